package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailRuleTests {

    @ParameterizedTest
    @ValueSource(strings = {"haru@example.com", "haru+emaki@mail.example.co.jp", "admin@localhost", "春@例え.jp"})
    void whatCouldReachSomebodyIsAnAddress(String email) {
        assertThat(EmailRule.objection(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "haru",
                "haru@",
                "@example.com",
                "a@b@c.com",
                "ha ru@example.com",
                "haru@example..com",
                "a,b@example.com"
            })
    void anythingElseIsNone(String email) {
        assertThat(EmailRule.objection(email)).contains("account.email.form");
    }
}
