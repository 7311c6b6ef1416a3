package app.emaki.credit;

/**
 * The proof that the ledger is right: what came in is what lies in purses, is held, or was spent.
 *
 * @param given allowances and grants
 * @param spent reserved and settled, less what was given back at settling
 * @param held reserved and not closed yet
 * @param balances what the purses say
 * @param wrongPurses purses whose balance is not the sum of their entries
 * @param wrongHolds generations closed without a reserve, or for more than it
 */
public record LedgerCheck(long given, long spent, long held, long balances, long wrongPurses, long wrongHolds) {

    /** Zero when every credit is accounted for. */
    public long difference() {
        return given - spent - held - balances;
    }

    public boolean right() {
        return difference() == 0 && wrongPurses == 0 && wrongHolds == 0;
    }
}
