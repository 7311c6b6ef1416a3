package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedPageTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/studio", "/v/3fK?from=feed", "/join/JTP6PD", "/@haru"})
    void aPathOfOursIsKept(String path) {
        assertThat(WantedPage.isOurs(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "studio",
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/a\\b",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/a b",
                "/\t/elsewhere.example"
            })
    void anythingElseLeadsNowhere(String path) {
        assertThat(WantedPage.isOurs(path)).isFalse();
    }
}
