package io.github.camelsmp.benchmarks.peer;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpResources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Drives our client: takes orders from standard input, one a line, and answers each with the seconds it took. */
public final class OurPeer {

    private OurPeer() {}

    /**
     * @param arguments requests in flight, 0 for as many as prove good; {@code src/main/peers/README.md} has the orders
     */
    public static void main(String[] arguments) throws IOException {
        SmpClientOptions options = SmpClientOptions.DEFAULT.withWindow(Integer.parseInt(arguments[0]));
        try (SmpResources resources = SmpResources.create();
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                System.out.println(obey(line.split(" "), options, resources));
            }
        }
    }

    private static String obey(String[] order, SmpClientOptions options, SmpResources resources) throws IOException {
        try (SmpClient client = SmpClient.of(order[1], options, resources)) {
            client.connection().connect().join();
            double[] seconds = Orders.named(order[0]).carryOut(client, Arrays.copyOfRange(order, 2, order.length));
            return DoubleStream.of(seconds)
                    .mapToObj(took -> String.format(Locale.ROOT, "%.9f", took))
                    .collect(Collectors.joining(" ", "took ", ""));
        } catch (CompletionException e) {
            return "failed " + e.getCause();
        }
    }
}
