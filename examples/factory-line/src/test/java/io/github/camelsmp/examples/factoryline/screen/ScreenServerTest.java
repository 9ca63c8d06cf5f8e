package io.github.camelsmp.examples.factoryline.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScreenServerTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private ScreenFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void servesThePageWithAPolicyThatRunsNoForeignScript() throws Exception {
        fixture = ScreenFixture.start("");

        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(fixture.url())));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Factory line</title>");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
    }

    @Test
    void isReadOnlyWithoutAToken() throws Exception {
        fixture = ScreenFixture.start("");

        assertThat(hold("")).isEqualTo(403);
        assertThat(hold("Bearer ")).isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(URI.create(fixture.url() + "rights")))
                        .body())
                .isEqualTo("{\"control\":false}");
    }

    @Test
    void wantsTheTokenItWasStartedWith() throws Exception {
        fixture = ScreenFixture.start("open sesame");

        assertThat(hold("Bearer open barley")).isEqualTo(403);
        assertThat(hold("Bearer open sesame")).isEqualTo(404);
    }

    @Test
    void takesTheWordOfPeopleForABoardThatSaysNothingOnce() throws Exception {
        fixture = ScreenFixture.start("open sesame");
        fixture.screen().arrived("serial:/dev/a");
        assertThat(setAside("serial:/dev/a")).isEqualTo(409);
        fixture.screen().failed("serial:/dev/a", "no answer", "Put it back in.");

        assertThat(setAside("serial:/dev/b")).isEqualTo(409);
        assertThat(setAside("serial:/dev/a")).isEqualTo(200);
        assertThat(setAside("serial:/dev/a")).isEqualTo(409);
    }

    @Test
    void takesNobodysWordForABoardWithANumber() throws Exception {
        fixture = ScreenFixture.start("open sesame");
        fixture.screen().arrived("serial:/dev/a");
        fixture.screen().numbered("serial:/dev/a", "CS4-1001");
        fixture.screen().failed("serial:/dev/a", "no answer", "Put it back in.");

        assertThat(setAside("serial:/dev/a")).isEqualTo(409);
    }

    @Test
    void turnsAwayAPageThatBorrowedTheAddressOfThisMachine() throws Exception {
        fixture = ScreenFixture.start("");
        URI url = URI.create(fixture.url());

        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            PrintStream request = new PrintStream(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
            request.print("GET / HTTP/1.1\r\nHost: 127.0.0.1.example.org\r\nConnection: close\r\n\r\n");
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

            assertThat(answer.readLine()).contains(" 421 ");
        }
    }

    private int hold(String authorization) throws Exception {
        return order("dance", authorization);
    }

    private int setAside(String address) throws Exception {
        return order("set-aside?address=" + address, "Bearer open sesame");
    }

    private int order(String order, String authorization) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(fixture.url() + "line/" + order))
                        .header("Authorization", authorization)
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
