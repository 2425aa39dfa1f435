package org.projectthrive.session.floor;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One pair of keys for each person, made when it is first asked for: with the public one
 * a browser locks up the notes that wait on it.
 */
@Service
@Transactional(readOnly = true)
class QueueKeys {

	private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

	private final JdbcClient jdbc;

	QueueKeys(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Of two who ask first at once, both get the pair that is kept. */
	@Transactional
	QueueKey of(Long personId) {
		return find(personId).orElseGet(() -> {
			make(personId);
			return find(personId).orElseThrow();
		});
	}

	private Optional<QueueKey> find(Long personId) {
		return this.jdbc.sql("select public_key, private_key from queue_key where person_id = ?")
			.param(personId)
			.query((row, number) -> new QueueKey(personId, TEXT.encodeToString(row.getBytes("public_key")),
					TEXT.encodeToString(row.getBytes("private_key"))))
			.optional();
	}

	private void make(Long personId) {
		KeyPair pair = pair();
		this.jdbc
			.sql("insert into queue_key (person_id, public_key, private_key) values (?, ?, ?) on conflict do nothing")
			.params(personId, pair.getPublic().getEncoded(), pair.getPrivate().getEncoded())
			.update();
	}

	private static KeyPair pair() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK knows this curve", ex);
		}
	}

	/**
	 * The pair as a browser imports it: SPKI and PKCS#8, base64url. It shows neither in a
	 * log.
	 */
	record QueueKey(Long person, String publicKey, String privateKey) {

		@Override
		public String toString() {
			return "QueueKey of person " + this.person;
		}

	}

}
