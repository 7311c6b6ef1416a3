package app.emaki.invite;

import app.emaki.account.Plan;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

@Entity
class Invite {
    /** Everybody's own code seats this many, however often it is renewed. */
    static final int FOUR = 4;

    @Id
    private UUID id;

    @Generated
    @Column(insertable = false, updatable = false)
    private long number;

    @Column(updatable = false)
    private UUID ownerId;

    @Column(updatable = false)
    private boolean personal;

    private String code;
    private int seats;
    private int used;

    @Enumerated(EnumType.STRING)
    private State state;

    private String note;
    private int giftCredits;

    @Enumerated(EnumType.STRING)
    private @Nullable Plan giftPlan;

    @Enumerated(EnumType.STRING)
    private Baton baton;

    private @Nullable String batonCode;

    private @Nullable UUID chainId;
    private @Nullable Instant chainedAt;
    private @Nullable Instant expiresAt;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Invite() {}

    private Invite(UUID id, UUID ownerId, boolean personal, Code code, int seats, Instant now) {
        this.id = id;
        this.ownerId = ownerId;
        this.personal = personal;
        this.code = code.text();
        this.seats = seats;
        this.state = State.OPEN;
        this.note = "";
        this.baton = Baton.OFF;
        this.createdAt = now;
    }

    static Invite personal(UUID id, UUID owner, Code code, Instant now) {
        return new Invite(id, owner, true, code, FOUR, now);
    }

    static Invite issued(
            UUID id,
            UUID admin,
            Code code,
            int seats,
            String note,
            @Nullable Instant expiresAt,
            Gift gift,
            Instant now) {
        var invite = new Invite(id, admin, false, code, seats, now);
        invite.giftCredits = gift.credits();
        invite.giftPlan = gift.plan();
        invite.note = note;
        invite.expiresAt = expiresAt;
        return invite;
    }

    /**
     * Seats one newcomer and answers the number of the seat, from 1; whoever calls this holds the lock of the row.
     *
     * @param held seats that others have asked to keep for now; they count as taken
     */
    int redeem(int held, Instant now) {
        if (state == State.CLOSED) {
            throw new CodeRefused(CodeRefused.Reason.CLOSED);
        }
        if (expired(now)) {
            throw new CodeRefused(CodeRefused.Reason.EXPIRED);
        }
        if (left() == 0) {
            throw new CodeRefused(CodeRefused.Reason.USED_UP);
        }
        if (state == State.PAUSED) {
            throw new CodeRefused(CodeRefused.Reason.PAUSED);
        }
        if (left() <= held) {
            throw new CodeRefused(CodeRefused.Reason.HELD);
        }
        used++;
        return used;
    }

    /** Opens or closes the page of this code's chain, and says what it tells of people. */
    void carry(Baton baton, Code address) {
        this.baton = baton;
        batonCode = batonCode == null ? address.text() : batonCode;
    }

    /** Hands this code on into the chain of another; once, as a code stands in one place. */
    void follow(UUID chain, Instant now) {
        if (chainId == null && !chain.equals(id)) {
            chainId = chain;
            chainedAt = now;
        }
    }

    /** Whether somebody could sit down now, if nobody held a seat. */
    boolean live(Instant now) {
        return state == State.OPEN && !expired(now) && left() > 0;
    }

    void pause() {
        state = state == State.OPEN ? State.PAUSED : state;
    }

    void resume() {
        state = state == State.PAUSED ? State.OPEN : state;
    }

    void close() {
        state = State.CLOSED;
    }

    /** Puts a new code in place of the old one, for the seats that are left. */
    void renew(Code code) {
        this.code = code.text();
        state = State.OPEN;
    }

    boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    int left() {
        return seats - used;
    }

    public UUID getId() {
        return id;
    }

    public long getNumber() {
        return number;
    }

    public UUID getOwnerId() {
        return ownerId;
    }

    public boolean isPersonal() {
        return personal;
    }

    public String getCode() {
        return code;
    }

    public int getSeats() {
        return seats;
    }

    public int getUsed() {
        return used;
    }

    public int getLeft() {
        return left();
    }

    public State getState() {
        return state;
    }

    public String getNote() {
        return note;
    }

    public @Nullable Instant getExpiresAt() {
        return expiresAt;
    }

    public Baton getBaton() {
        return baton;
    }

    /** Where the page of the chain is found, behind {@code /b/}; null while it was never opened. */
    public @Nullable String getBatonCode() {
        return batonCode;
    }

    /** The code at the beginning of the chain that this one was handed on into; null when it stands alone. */
    public @Nullable UUID getChainId() {
        return chainId;
    }

    /** What this code brings besides a seat. */
    public Gift getGift() {
        return new Gift(giftCredits, giftPlan);
    }

    /** What the page of a code's chain tells: nothing as there is none, how many sit where, or their names too. */
    enum Baton {
        OFF,
        SEATS,
        NAMES
    }

    enum State {
        OPEN,
        PAUSED,
        CLOSED
    }
}
