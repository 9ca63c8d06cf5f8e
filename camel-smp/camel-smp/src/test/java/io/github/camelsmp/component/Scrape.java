package io.github.camelsmp.component;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text Prometheus reads, taken apart. */
record Scrape(Map<String, Double> samples) {

    private static final Pattern SAMPLE = Pattern.compile("^(\\w+)(?:\\{(.*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    static Scrape of(String text) {
        Map<String, Double> samples = new TreeMap<>();
        for (String line : text.split("\n")) {
            Matcher sample = SAMPLE.matcher(line);
            if (sample.matches()) {
                samples.put(key(sample.group(1), labels(sample.group(2))), Double.parseDouble(sample.group(3)));
            }
        }
        return new Scrape(samples);
    }

    private static Map<String, String> labels(String text) {
        return text == null ? Map.of() : LABEL.matcher(text).results().collect(Collectors.toMap(label(1), label(2)));
    }

    private static Function<MatchResult, String> label(int group) {
        return match -> match.group(group);
    }

    private static String key(String name, Map<String, String> labels) {
        Map<String, String> sorted = new TreeMap<>(labels);
        sorted.remove("camelContext");
        return name + sorted;
    }

    /** The value of a sample; {@code labels} are names and values in turn. What is not there is 0. */
    double value(String name, String... labels) {
        List<String> words = Arrays.asList(labels);
        Map<String, String> sorted = new TreeMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            sorted.put(words.get(i), words.get(i + 1));
        }
        return samples.getOrDefault(key(name, sorted), 0.0);
    }

    /** The names of all meters of ours, without what tells the parts of one apart. */
    Set<String> meters() {
        return samples.keySet().stream()
                .filter(sample -> sample.startsWith("smp_"))
                .map(sample -> sample.replaceFirst("\\{.*", "").replaceFirst("_(count|sum|max)$", ""))
                .collect(Collectors.toSet());
    }

    /** The sum of all samples of a name. */
    double sum(String name) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(name + "{"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
