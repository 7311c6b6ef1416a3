package app.emaki.model.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputTemplateTests {

    @Test
    void valuesKeepTheirKindAndUnknownOnesAreLeftOut() {
        var filled = InputTemplate.parse("""
                {"prompt": "{prompt}", "duration": "{seconds}s", "n": "{seconds}", "loud": "{sound}", "seed": "{seed}",
                 "deep": {"list": ["{prompt}", 1, "{nothing}"]}, "fixed": true}""").fill(Map.of("prompt", "\"a\" {seconds}", "seconds", 8, "sound", false));
        assertThat(filled.toString())
                .isEqualTo(
                        "{\"prompt\":\"\\\"a\\\" {seconds}\",\"duration\":\"8s\",\"n\":8,\"loud\":false,\"deep\":{\"list\":[\"\\\"a\\\" {seconds}\",1]},\"fixed\":true}");
    }

    @Test
    void whatIsNoObjectIsRefusedAndNothingIsAnEmptyOne() {
        for (var text : List.of("[]", "7", "{", "nonsense")) {
            assertThatThrownBy(() -> InputTemplate.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(InputTemplate.parse("  ").fill(Map.of()).isEmpty()).isTrue();
    }

    @Test
    void listsOfNumbersMayBeRuns() {
        assertThat(ModelForm.numbers("4, 8,12", 60)).containsExactly(4, 8, 12);
        assertThat(ModelForm.numbers("4-6 10", 60)).containsExactly(4, 5, 6, 10);
        assertThat(ModelForm.numbers("0", 60)).isEmpty();
        assertThat(ModelForm.numbers("61", 60)).isEmpty();
        assertThat(ModelForm.numbers("8-4", 60)).isEmpty();
        assertThat(ModelForm.numbers("a few", 60)).isEmpty();
        assertThat(ModelForm.numbers(null, 60)).isEmpty();
    }
}
