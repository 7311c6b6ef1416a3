package app.emaki.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class WholePageTests {

    @Test
    void aPageOfManyPiecesArrivesAsItWasWritten() throws Exception {
        var response = new MockHttpServletResponse();
        var page = new WholePage(response, 4);
        var writer = page.getWriter();
        writer.write("<h1>絵巻</h1>");
        writer.write("_a scroll_", 1, 8);
        writer.write('é');
        writer.write("𠮷 and 🎏".toCharArray(), 0, 9);
        assertThat(response.getContentAsByteArray())
                .as("nothing before it is whole")
                .isEmpty();

        int length = page.send();

        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("<h1>絵巻</h1>a scrollé𠮷 and 🎏");
        assertThat(response.getContentLength()).isEqualTo(length).isEqualTo(response.getContentAsByteArray().length);
    }
}
