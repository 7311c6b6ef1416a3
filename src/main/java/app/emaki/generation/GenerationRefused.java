package app.emaki.generation;

import app.emaki.generation.Refusal.Reason;
import java.util.Map;

/** An order was not taken, and nothing was charged. */
public class GenerationRefused extends RuntimeException {
    private final Refusal refusal;

    public GenerationRefused(Refusal refusal) {
        super(refusal.reason() + " " + refusal.arguments());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    public Reason reason() {
        return refusal.reason();
    }

    public Map<String, Object> arguments() {
        return refusal.arguments();
    }
}
