package app.emaki;

import app.emaki.media.mastering.MasteringMain;
import app.emaki.media.mastering.SplicingMain;
import app.emaki.model.kamishibai.KamishibaiCommand;
import app.emaki.model.kamishibai.KamishibaiWorker;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Emaki, or one of the commands that do without the application, named by the first argument. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EmakiApplication {
    public static void main(String[] args) throws Exception {
        String command = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (command) {
            case KamishibaiCommand.NAME -> KamishibaiCommand.main(rest);
            case KamishibaiWorker.COMMAND -> KamishibaiWorker.main(rest);
            case MasteringMain.COMMAND -> MasteringMain.main(rest);
            case SplicingMain.COMMAND -> SplicingMain.main(rest);
            default -> SpringApplication.run(EmakiApplication.class, args);
        }
    }
}
