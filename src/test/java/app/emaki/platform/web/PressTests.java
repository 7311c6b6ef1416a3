package app.emaki.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class PressTests {
    private final Press press = new Press(messages(), Locale.ENGLISH, "/assets/1");

    @Test
    void whatIsTheSameEachTimeIsWrittenOnce() {
        assertThat(press.press("<!--/* how */--><b class=\"x\" hidden th:text=\"#{a.b}\"></b>"))
                .isEqualTo("<b class=\"x\" hidden>Fish &amp; &lt;Chips&gt;</b>");
        assertThat(press.press("<img alt=\"\" th:src=\"|${assets}/img/a.svg|\"><p>[[#{a.b}]]</p>"))
                .isEqualTo("<img alt=\"\" src=\"/assets/1/img/a.svg\"><p>Fish &amp; &lt;Chips&gt;</p>");
        assertThat(press.press("<a th:aria-label=\"#{a.b}\" th:href=\"|/v/${id}|\"></a>"))
                .isEqualTo("<a aria-label=\"Fish &amp; &lt;Chips&gt;\" th:href=\"|/v/${id}|\"></a>");
    }

    @Test
    void iconsAndLinksTakeThePlaceOfTheirElement() {
        assertThat(press.press("<svg th:replace=\"~{fragments/icon :: small('sun')}\"></svg>"))
                .isEqualTo(
                        "<svg class=\"icon icon--sm\" aria-hidden=\"true\"><use href=\"/assets/1/img/icons.svg#sun\"/></svg>");
        assertThat(press.press("<th:block th:replace=\"~{:: styles('a b')}\"></th:block>"))
                .isEqualTo("<link rel=\"stylesheet\" href=\"/assets/1/css/a.css\">\n"
                        + "<link rel=\"stylesheet\" href=\"/assets/1/css/b.css\">");
    }

    @Test
    void whatDependsOnTheRequestIsLeft() {
        for (var template : new String[] {
            "<b th:text=\"#{a.b(${name})}\"></b>",
            "<b th:text=\"#{|a.${name}|}\"></b>",
            "<b th:text=\"#{un.known}\"></b>",
            "<b th:text=\"${on} ? #{a.b} : #{a.c}\"></b>",
            "<b th:text=\"#{a.b}\">else</b>",
            "<b th:replace=\"~{fragments/icon :: icon(${name})}\"></b>",
            "<input th:value=\"#{a.b}\">",
            "<p>[[${name}]]</p>"
        }) {
            assertThat(press.press(template)).isEqualTo(template);
        }
    }

    private static StaticMessageSource messages() {
        var messages = new StaticMessageSource();
        messages.addMessage("a.b", Locale.ENGLISH, "Fish & <Chips>");
        return messages;
    }
}
