package app.emaki.model.kamishibai.picture.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Readies Java2D for a machine without a screen and without fontconfig; call before anything of AWT is touched. */
public final class Headless {

    private Headless() {}

    /** Sets the two AWT properties, unless somebody has set them already. Writes one tiny file to the temporary directory. */
    public static void prepare() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        if (System.getProperty("sun.awt.fontconfig") == null) {
            System.setProperty("sun.awt.fontconfig", fontConfiguration().toString());
        }
    }

    // without such a file Font.createFont fails on machines that have no fontconfig
    private static Path fontConfiguration() {
        try {
            var file = Files.createTempFile("kamishibai-", ".fontconfig.properties");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "version=1\nsequence.allfonts=default\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
