package io.github.camelsmp.component.reference;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.ProgressListener;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.group.LogGroup;
import io.github.camelsmp.protocol.group.TransportGroup;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.server.Verdict;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Which call of {@link SmpClient} sends which command, found out by doing them all with a simulated device. */
final class ClientCalls {

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(String.class, "a/b"),
            Map.entry(int.class, 0),
            Map.entry(long.class, 0L),
            Map.entry(boolean.class, false),
            Map.entry(byte[].class, Boards.SECONDARY.hash()),
            Map.entry(LocalDateTime.class, LocalDateTime.of(2026, 1, 2, 3, 4, 5)),
            Map.entry(CborMap.class, CborMap.of(Map.of("msg", "hello"))),
            Map.entry(FirmwareImage.class, FirmwareImage.of(Boards.NEW.bytes())),
            Map.entry(ByteBuffer.class, ByteBuffer.wrap(Boards.NEW.bytes()).asReadOnlyBuffer()),
            Map.entry(ProgressListener.class, (ProgressListener) (offset, length) -> {}),
            Map.entry(LogGroup.Show.class, LogGroup.Show.all()),
            Map.entry(
                    TransportGroup.Connect.class,
                    TransportGroup.Connect.bluetooth(0, "AA:BB:CC:DD:EE:FF", false, false)),
            Map.entry(TransportGroup.Disconnect.class, TransportGroup.Disconnect.everything()));

    private final Senders senders = new Senders();

    private ClientCalls() {}

    static Senders find() throws ReflectiveOperationException {
        ClientCalls calls = new ClientCalls();
        for (Method method : shortestOf(SmpClient.class)) {
            if (method.getReturnType().getSimpleName().endsWith("Calls")) {
                for (Method call : shortestOf(method.getReturnType())) {
                    calls.make(method.getName() + "()." + signature(call), List.of(method, call));
                }
            } else if (isRoutine(method)) {
                calls.make(signature(method), List.of(method));
            }
        }
        return calls.senders;
    }

    private static boolean isRoutine(Method method) {
        return method.getReturnType() == CompletableFuture.class
                && !method.getName().equals("send");
    }

    /** The public methods of a class; of those with the same name the one that wants to know least. */
    private static Collection<Method> shortestOf(Class<?> type) {
        Comparator<Method> shortness =
                Comparator.comparingInt(Method::getParameterCount).thenComparing(Method::toString);
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .collect(Collectors.toMap(Method::getName, method -> method, BinaryOperator.minBy(shortness)))
                .values();
    }

    private static String signature(Method call) {
        return Arrays.stream(call.getParameters())
                .map(Parameter::getName)
                .collect(Collectors.joining(", ", call.getName() + "(", ")"));
    }

    private void make(String name, List<Method> path) throws ReflectiveOperationException {
        try (SimulatedDevice board = Boards.zephyr("client-calls");
                SmpClient client = SmpClient.of(board.address())) {
            client.connection().connect().join();
            board.intercept(request -> {
                senders.note(name, request);
                return Verdict.execute();
            });
            Object result = client;
            for (Method method : path) {
                result = method.invoke(result, samplesFor(method));
            }
            ((CompletableFuture<?>) result).handle((answer, failure) -> answer).join();
        }
    }

    private static Object[] samplesFor(Method call) {
        return Arrays.stream(call.getParameterTypes())
                .map(ClientCalls::sampleOf)
                .toArray();
    }

    private static Object sampleOf(Class<?> type) {
        if (!SAMPLES.containsKey(type)) {
            throw new AssertionError("to make every call of the client, a sample of " + type + " is needed");
        }
        return SAMPLES.get(type);
    }
}
