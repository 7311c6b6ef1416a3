package app.emaki.model.remote;

import app.emaki.model.CancelKind;
import app.emaki.model.Input;
import app.emaki.model.ProgressKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

/** The languages that backends speak. What is the same in several differs only in the small ways that stand here. */
enum Dialect {
    /** OpenAI's Videos protocol as its owner wrote it. */
    OPENAI("https://api.openai.com/v1", true, ProgressKind.PERCENT, CancelKind.NONE, "{}", OpenAiVideosClient::new),
    /** SGLang Diffusion: words alone as JSON, never a word of progress, and no way to stop a job. */
    SGLANG(
            "http://localhost:30000/v1",
            false,
            ProgressKind.NONE,
            CancelKind.NONE,
            "{\"seed\": \"{seed}\", \"negative_prompt\": \"{avoid}\"}",
            OpenAiVideosClient::new),
    /** vLLM-Omni: forms only, sound on request, and deleting a job stops it. */
    VLLM_OMNI(
            "http://localhost:8000/v1",
            false,
            ProgressKind.COARSE,
            CancelKind.BEST_EFFORT,
            "{\"seed\": \"{seed}\", \"negative_prompt\": \"{avoid}\", \"generate_sound\": \"{sound}\"}",
            OpenAiVideosClient::new),
    /** A LiteLLM proxy before any of the others. */
    LITELLM("http://localhost:4000/v1", true, ProgressKind.COARSE, CancelKind.NONE, "{}", OpenAiVideosClient::new),
    /** Another Emaki. */
    EMAKI(
            "https://emaki.example/v1",
            true,
            ProgressKind.PERCENT,
            CancelKind.BEST_EFFORT,
            "{\"seed\": \"{seed}\", \"negative_prompt\": \"{avoid}\", \"generate_audio\": \"{sound}\", \"visibility\": \"private\"}",
            OpenAiVideosClient::new),
    /** ComfyUI with a workflow as template. */
    COMFYUI("http://localhost:8188", false, ProgressKind.COARSE, CancelKind.BEST_EFFORT, "", ComfyUiClient::new),
    /** Google's Veo by the Gemini interface. */
    VEO(
            "https://generativelanguage.googleapis.com/v1beta",
            true,
            ProgressKind.NONE,
            CancelKind.NONE,
            "{\"aspectRatio\": \"{aspect}\", \"resolution\": \"{lines}p\", \"durationSeconds\": \"{seconds}\", \"negativePrompt\": \"{avoid}\"}",
            VeoClient::new),
    /** The queue of fal. */
    FAL(
            "https://queue.fal.run",
            true,
            ProgressKind.NONE,
            CancelKind.BEST_EFFORT,
            "{\"prompt\": \"{prompt}\", \"duration\": \"{seconds}s\", \"aspect_ratio\": \"{aspect}\", \"resolution\": \"{lines}p\","
                    + " \"generate_audio\": \"{sound}\", \"negative_prompt\": \"{avoid}\", \"seed\": \"{seed}\", \"image_url\": \"{first_frame}\"}",
            FalClient::new),
    /** Replicate's predictions. */
    REPLICATE(
            "https://api.replicate.com/v1",
            true,
            ProgressKind.NONE,
            CancelKind.BEST_EFFORT,
            "{\"prompt\": \"{prompt}\", \"duration\": \"{seconds}\", \"aspect_ratio\": \"{aspect}\", \"resolution\": \"{lines}p\","
                    + " \"generate_audio\": \"{sound}\", \"negative_prompt\": \"{avoid}\", \"seed\": \"{seed}\", \"image\": \"{first_frame}\"}",
            ReplicateClient::new);

    private final String address;
    private final boolean keyed;
    private final ProgressKind progress;
    private final CancelKind cancel;
    private final String input;
    private final BiFunction<RemoteBackend, Http, RemoteClient> adapter;

    Dialect(
            String address,
            boolean keyed,
            ProgressKind progress,
            CancelKind cancel,
            String input,
            BiFunction<RemoteBackend, Http, RemoteClient> adapter) {
        this.address = address;
        this.keyed = keyed;
        this.progress = progress;
        this.cancel = cancel;
        this.input = input;
        this.adapter = adapter;
    }

    /** Where such a backend usually is. */
    public String address() {
        return address;
    }

    /** Whether it cannot be used without a key. */
    public boolean keyed() {
        return keyed;
    }

    ProgressKind progress() {
        return progress;
    }

    CancelKind cancel() {
        return cancel;
    }

    /** What its protocol can be sent beside words. */
    Set<Input> inputs() {
        return switch (this) {
            case OPENAI -> EnumSet.of(Input.FIRST_FRAME, Input.REFERENCE, Input.CHARACTER, Input.REMIX);
            case LITELLM -> EnumSet.of(Input.FIRST_FRAME, Input.REFERENCE, Input.REMIX);
            case EMAKI -> EnumSet.allOf(Input.class);
            case SGLANG, VLLM_OMNI, COMFYUI, VEO, FAL, REPLICATE ->
                EnumSet.of(Input.FIRST_FRAME, Input.REFERENCE, Input.CHARACTER);
        };
    }

    /** Whether a model's template says everything that is sent, pictures too. */
    boolean templated() {
        return this == COMFYUI || this == FAL || this == REPLICATE;
    }

    /** The template that a model of it starts with; empty where it has to be written. */
    String input() {
        return input;
    }

    /** Whether it signs its calls to us by a secret that we share. */
    public boolean hooks() {
        return this == OPENAI || this == LITELLM || this == EMAKI || this == REPLICATE;
    }

    /** Whether it calls us at all when a film is done. */
    public boolean calls() {
        return hooks() || this == FAL;
    }

    /** Text-only jobs go as JSON; the others of the protocol send forms, as its official clients do. */
    boolean json() {
        return this == SGLANG || this == EMAKI;
    }

    RemoteClient client(RemoteBackend backend, Http http) {
        return adapter.apply(backend, http);
    }

    /** As messages name it, for instance {@code vllm-omni}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
