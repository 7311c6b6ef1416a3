package app.emaki.account;

import app.emaki.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Keeps the public halves of passkeys. */
@Repository
class PasskeyStore implements UserCredentialRepository {
    private static final String SELECT = "select * from passkey ";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    PasskeyStore(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** The passkeys of an account as their owner knows them, oldest first. */
    List<Named> of(UUID account) {
        return jdbc.sql(
                        "select id, label, created_at, used_at from passkey where account_id = ? order by created_at, id")
                .param(account)
                .query(Named.class)
                .list();
    }

    /** Renames one of the owner's; false when it is none of theirs. */
    boolean rename(UUID owner, UUID id, String label) {
        return jdbc.sql("update passkey set label = ? where id = ? and account_id = ?")
                        .params(label, id, owner)
                        .update()
                == 1;
    }

    /** Removes one of the owner's; false when it is none of theirs. */
    boolean remove(UUID owner, UUID id) {
        return jdbc.sql("delete from passkey where id = ? and account_id = ?")
                        .params(id, owner)
                        .update()
                == 1;
    }

    @Override
    public void delete(Bytes credentialId) {
        jdbc.sql("delete from passkey where credential_id = ?")
                .param(credentialId.getBytes())
                .update();
    }

    @Override
    public void save(CredentialRecord record) {
        jdbc.sql("""
                        insert into passkey (id, account_id, credential_id, public_key, attestation, client_data, signature_count,
                            uv_initialized, backup_eligible, backup_state, transports, label, created_at)
                        values (:id, :account, :credential, :key, :attestation, :data, :count, :uv, :eligible, :backup, :transports,
                            :label, :now)
                        on conflict (credential_id) do update set signature_count = excluded.signature_count,
                            uv_initialized = excluded.uv_initialized, backup_state = excluded.backup_state, used_at = :now""")
                .param("id", ids.next())
                .param("account", Passkeys.uuid(record.getUserEntityUserId()))
                .param("credential", record.getCredentialId().getBytes())
                .param("key", record.getPublicKey().getBytes())
                .param("attestation", bytes(record.getAttestationObject()))
                .param("data", bytes(record.getAttestationClientDataJSON()))
                .param("count", record.getSignatureCount())
                .param("uv", record.isUvInitialized())
                .param("eligible", record.isBackupEligible())
                .param("backup", record.isBackupState())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .collect(Collectors.joining(" ")))
                .param("label", record.getLabel())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql(SELECT + "where credential_id = ?")
                .param(credentialId.getBytes())
                .query((row, number) -> record(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return jdbc.sql(SELECT + "where account_id = ?")
                .param(Passkeys.uuid(userId))
                .query((row, number) -> record(row))
                .list();
    }

    private static CredentialRecord record(ResultSet row) throws SQLException {
        var used = row.getTimestamp("used_at");
        var attestation = row.getBytes("attestation");
        var data = row.getBytes("client_data");
        var record = ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(Passkeys.bytes(row.getObject("account_id", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .transports(Arrays.stream(row.getString("transports").split(" ", -1))
                        .filter(name -> !name.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .label(row.getString("label"))
                .created(row.getTimestamp("created_at").toInstant())
                .lastUsed((used == null ? row.getTimestamp("created_at") : used).toInstant());
        if (attestation != null) {
            record.attestationObject(new Bytes(attestation));
        }
        if (data != null) {
            record.attestationClientDataJSON(new Bytes(data));
        }
        return record.build();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes value) {
        return value == null ? null : value.getBytes();
    }

    record Named(
            UUID id,
            String label,
            Instant createdAt,
            @Nullable Instant usedAt) {
        public OffsetDateTime made() {
            return createdAt.atOffset(ZoneOffset.UTC);
        }

        public @Nullable OffsetDateTime used() {
            return usedAt == null ? null : usedAt.atOffset(ZoneOffset.UTC);
        }
    }
}
