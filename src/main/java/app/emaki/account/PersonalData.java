package app.emaki.account;

import java.util.UUID;

/** What a module keeps of a person, for the day on which they are erased. Every module that keeps some has one of these. */
public interface PersonalData {

    /** What it is, in one word for the receipt, for instance {@code comments}. */
    String name();

    /** Erases all of it, in the transaction that erases the account; tells how many things that were. */
    int erase(UUID account);
}
