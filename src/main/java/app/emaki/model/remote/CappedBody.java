package app.emaki.model.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Writes a body as it comes, and breaks off one that is longer than allowed, whatever its headers said. */
final class CappedBody implements HttpResponse.BodySubscriber<Long> {
    private final OutputStream out;
    private final long limit;
    private final CompletableFuture<Long> bytes = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private long written;

    CappedBody(OutputStream out, long limit) {
        this.out = out;
        this.limit = limit;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return bytes;
    }

    @Override
    public void onSubscribe(Flow.Subscription from) {
        subscription = from;
        from.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        if (bytes.isDone()) {
            return;
        }
        try {
            for (var part : parts) {
                var chunk = new byte[part.remaining()];
                part.get(chunk);
                written += chunk.length;
                if (written > limit) {
                    throw new IOException("More than " + limit + " bytes");
                }
                write(chunk);
            }
        } catch (IOException | NotWritten e) {
            if (subscription != null) {
                subscription.cancel();
            }
            bytes.completeExceptionally(e);
        }
    }

    private void write(byte[] chunk) {
        try {
            out.write(chunk);
        } catch (IOException e) {
            throw new NotWritten(e);
        }
    }

    @Override
    public void onError(Throwable cause) {
        bytes.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        bytes.complete(written);
    }
}
