package io.github.camelsmp.benchmarks.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines over one another, as a picture in SVG. Each line has its name at its right end.
 *
 * @param title what the picture shows
 */
record Plot(String title, Axis across, Axis up, List<Line> lines) {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int LEFT = 70;
    private static final int RIGHT = 130;
    private static final int TOP = 50;
    private static final int BOTTOM = 60;
    private static final int TEXT_HEIGHT = 16;

    /**
     * A line through points.
     *
     * @param color as SVG writes it
     * @param dashed whether it was computed and not measured
     */
    record Line(String name, String color, boolean dashed, double[] xs, double[] ys) {

        private double lastX() {
            return xs[xs.length - 1];
        }

        private double lastY() {
            return ys[ys.length - 1];
        }
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"13\" fill=\"#222222\">",
                WIDTH,
                HEIGHT);
        add(svg, "<title>%s</title>", title);
        add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        text(svg, LEFT, TOP / 2.0, "start", title, "font-size=\"16\" font-weight=\"bold\"");
        drawAcross(svg);
        drawUp(svg);
        lines.forEach(line -> draw(svg, line));
        name(svg);
        return svg.append("</svg>\n").toString();
    }

    private void drawAcross(StringBuilder svg) {
        for (double tick : across.ticks()) {
            grid(svg, x(tick), TOP, x(tick), HEIGHT - BOTTOM);
            text(svg, x(tick), HEIGHT - BOTTOM + 20, "middle", number(tick), "");
        }
        text(svg, LEFT + (WIDTH - LEFT - RIGHT) / 2.0, HEIGHT - 15, "middle", across.label(), "");
    }

    private void drawUp(StringBuilder svg) {
        for (double tick : up.ticks()) {
            grid(svg, LEFT, y(tick), WIDTH - RIGHT, y(tick));
            text(svg, LEFT - 8, y(tick) + 4, "end", number(tick), "");
        }
        double middle = TOP + (HEIGHT - TOP - BOTTOM) / 2.0;
        text(svg, 18, middle, "middle", up.label(), String.format("transform=\"rotate(-90 18 %.1f)\"", middle));
    }

    private void draw(StringBuilder svg, Line line) {
        String points = IntStream.range(0, line.xs.length)
                .mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f", x(line.xs[i]), y(line.ys[i])))
                .collect(Collectors.joining(" "));
        add(
                svg,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>",
                points,
                line.color,
                line.dashed ? " stroke-dasharray=\"6 4\"" : "");
        if (!line.dashed) {
            for (String point : points.split(" ")) {
                String[] at = point.split(",");
                add(svg, "<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"%s\"/>", at[0], at[1], line.color);
            }
        }
    }

    /** From top to bottom, none over another. */
    private void name(StringBuilder svg) {
        List<Line> fromTop = lines.stream()
                .sorted(Comparator.comparingDouble(line -> y(line.lastY())))
                .toList();
        double free = 0;
        for (Line line : fromTop) {
            double at = Math.max(free, y(line.lastY()) + 4);
            text(svg, x(line.lastX()) + 8, at, "start", line.name, "fill=\"" + line.color + "\"");
            free = at + TEXT_HEIGHT;
        }
    }

    private double x(double value) {
        return LEFT + across.place(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - up.place(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static void grid(StringBuilder svg, double x1, double y1, double x2, double y2) {
        add(svg, "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#dddddd\"/>", x1, y1, x2, y2);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text, String more) {
        String attributes = more.isEmpty() ? "" : " " + more;
        add(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>", x, y, anchor, attributes, text);
    }

    private static void add(StringBuilder svg, String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** All of several arrays, to span an axis over. */
    static double[] all(double[]... several) {
        return Arrays.stream(several).flatMapToDouble(Arrays::stream).toArray();
    }
}
