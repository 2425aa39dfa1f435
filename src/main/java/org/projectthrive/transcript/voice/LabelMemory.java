package org.projectthrive.transcript.voice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers for whom a speaker label stood in the study, without the label: a hash of it
 * that cannot be made again once the study's secret is gone.
 */
@Component
@Transactional(readOnly = true)
public class LabelMemory {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int KEPT_BYTES = 16;

	private final JdbcClient jdbc;

	LabelMemory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Remembered ofStudy(Long studyId) {
		Map<String, String> voices = new HashMap<>();
		byte[][] secret = { new byte[0] };
		this.jdbc.sql("""
				select s.secret, l.label, l.participant_id, l.member_id from label_secret s
				left join known_label l on l.study_id = s.study_id where s.study_id = ? limit 5000""")
			.param(studyId)
			.query((row) -> {
				secret[0] = row.getBytes("secret");
				if (row.getString("label") != null) {
					voices.put(row.getString("label"),
							(row.getString("participant_id") != null) ? "participant:" + row.getString("participant_id")
									: "facilitator:" + row.getString("member_id"));
				}
			});
		return new Remembered(secret[0], voices);
	}

	/** Remembers the people behind labels; who is no known person is not remembered. */
	@Transactional
	public void remember(Long studyId, Map<String, Voice> cast) {
		byte[] fresh = new byte[32];
		new SecureRandom().nextBytes(fresh);
		this.jdbc.sql("insert into label_secret (study_id, secret) values (?, ?) on conflict (study_id) do nothing")
			.params(studyId, fresh)
			.update();
		Remembered remembered = ofStudy(studyId);
		cast.forEach((label, voice) -> {
			if (!label.isBlank() && (voice.participantId() != null || voice.memberId() != null)) {
				this.jdbc.sql("""
						insert into known_label (study_id, label, participant_id, member_id) values (?, ?, ?, ?)
						on conflict on constraint label_known_once
						do update set participant_id = excluded.participant_id, member_id = excluded.member_id""")
					.param(studyId)
					.param(remembered.hash(label))
					.param(voice.participantId())
					.param(voice.memberId())
					.update();
			}
		});
	}

	/** Whom labels stood for, by their hashes. */
	static final class Remembered {

		private final byte[] secret;

		private final Map<String, String> voices;

		Remembered(byte[] secret, Map<String, String> voices) {
			this.secret = secret;
			this.voices = voices;
		}

		/** The value of the voice for which the label stood. */
		Optional<String> voice(String label) {
			return (this.secret.length == 0) ? Optional.empty() : Optional.ofNullable(this.voices.get(hash(label)));
		}

		private String hash(String label) {
			try {
				Mac mac = Mac.getInstance(ALGORITHM);
				mac.init(new SecretKeySpec(this.secret, ALGORITHM));
				byte[] hash = mac.doFinal(label.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
				return HexFormat.of().formatHex(hash, 0, KEPT_BYTES);
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
