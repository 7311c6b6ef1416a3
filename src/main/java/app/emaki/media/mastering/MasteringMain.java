package app.emaki.media.mastering;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** The mastering process: reads jobs from standard input and answers each on standard output, until the input ends. */
public final class MasteringMain {
    /** The first argument of the program that makes it a mastering process. */
    public static final String COMMAND = "mastering";

    private MasteringMain() {}

    public static void main(String[] args) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(System.in));
        var out = new DataOutputStream(System.out);
        // nothing but answers may stand there
        System.setOut(System.err);
        Av.prepare();
        Seclusion.enter();
        out.writeByte('R');
        out.flush();
        try {
            while (true) {
                answer(Job.read(in)).write(out);
                out.flush();
            }
        } catch (EOFException e) {
            // whoever started us has ended or needs us no more
        }
    }

    private static Outcome answer(Job job) {
        try {
            return new Master(job).make();
        } catch (UnfitSource e) {
            return new Outcome.Bad(e.code(), String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            e.printStackTrace(System.err);
            return new Outcome.Broken(e.toString());
        }
    }
}
