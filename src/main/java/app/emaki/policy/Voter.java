package app.emaki.policy;

/** Another voice on a text beside the rules. It never throws: what a failure means is its own matter. */
interface Voter {

    /** Its verdict; {@link Verdict#FINE} when it has no objection. */
    Verdict vote(Use use, String text, String language);
}
