package org.projectthrive.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.servlet.AsyncContext;

import org.projectthrive.access.Attempt.Token;
import org.projectthrive.support.TestStudies;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Makes the request of an {@link Attempt} in a transaction that is rolled back, and looks
 * what it did.
 */
class Probe {

	private final MockMvc mvc;

	private final JdbcClient jdbc;

	private final EntityManager entities;

	private final TransactionTemplate transactions;

	private final TestStudies studies;

	Probe(MockMvc mvc, JdbcClient jdbc, EntityManager entities, PlatformTransactionManager transactionManager,
			TestStudies studies) {
		this.mvc = mvc;
		this.jdbc = jdbc;
		this.entities = entities;
		this.transactions = new TransactionTemplate(transactionManager);
		this.studies = studies;
	}

	Answer ask(Attempt attempt) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			try {
				return askWithin(attempt, status);
			}
			finally {
				status.setRollbackOnly();
			}
		}));
	}

	private Answer askWithin(Attempt attempt, TransactionStatus status) {
		this.jdbc.sql("set local lock_timeout = '5s'").update();
		Map<String, Object> known = new HashMap<>();
		known.put("study", this.studies.demoId());
		known.put("person", (attempt.person() != null) ? attempt.person().id() : this.studies.demoPerson("lead").id());
		Map<String, String> ids = ids(attempt, known);
		attempt.before().forEach((sql) -> run(sql, known));
		Count before = count();
		MockHttpServletResponse response = exchange(attempt, ids).getResponse();
		flush(status);
		Count after = count();
		return answer(response, after.changes() - before.changes(), after.audited() - before.audited());
	}

	private Map<String, String> ids(Attempt attempt, Map<String, Object> known) {
		Map<String, String> ids = new LinkedHashMap<>();
		attempt.row().given().forEach((sql) -> run(sql, known));
		attempt.row().ids().forEach((name, value) -> {
			Object id = attempt.row().isFound(name) ? find(attempt.row(), value, known) : literal(value);
			known.put(name, id);
			ids.put(name, id.toString());
		});
		attempt.other()
			.forEach((name, value) -> ids.put(name,
					value.startsWith("select ") ? find(attempt.row(), value, known).toString() : value));
		ids.put("studyId", attempt.studyId().toString());
		return ids;
	}

	private static Object literal(String value) {
		return value.equals("uuid") ? UUID.randomUUID() : value;
	}

	private Object find(AccessRow row, String sql, Map<String, Object> known) {
		return this.jdbc.sql(sql)
			.params(known)
			.query()
			.singleColumn()
			.stream()
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(row + ": the demo has nothing for " + sql));
	}

	private void run(String sql, Map<String, Object> known) {
		this.jdbc.sql(sql).params(known).update();
	}

	private MvcResult exchange(Attempt attempt, Map<String, String> ids) {
		try {
			MvcResult result = this.mvc.perform(request(attempt, ids)).andReturn();
			AsyncContext stream = result.getRequest().getAsyncContext();
			if (stream != null) {
				stream.complete();
			}
			return result;
		}
		catch (Exception ex) {
			throw new IllegalStateException(attempt.row() + " fails", ex);
		}
	}

	private static AbstractMockHttpServletRequestBuilder<?> request(Attempt attempt, Map<String, String> ids) {
		AccessRow row = attempt.row();
		AbstractMockHttpServletRequestBuilder<?> request = start(row,
				UriComponentsBuilder.fromUriString((row.path() != null) ? row.path() : row.pattern())
					.buildAndExpand(ids)
					.encode()
					.toUri());
		row.params().forEach((name, value) -> request.param(name, values(value, ids)));
		if (row.json() != null) {
			request.contentType(MediaType.APPLICATION_JSON)
				.accept(MediaType.APPLICATION_JSON)
				.content(filled(row.json(), ids));
		}
		if (attempt.person() != null) {
			request.with(attempt.person().signedIn());
		}
		if (attempt.token() != Token.NONE && !row.reads()) {
			request.with((attempt.token() == Token.RIGHT) ? csrf() : csrf().useInvalidToken());
		}
		return request;
	}

	private static AbstractMockHttpServletRequestBuilder<?> start(AccessRow row, URI address) {
		HttpMethod method = row.method();
		if (row.file() == null) {
			return MockMvcRequestBuilders.request(method, address);
		}
		return MockMvcRequestBuilders.multipart(method, address)
			.file(new MockMultipartFile(row.file().name(), row.file().filename(), "text/plain",
					row.file().content().getBytes(StandardCharsets.UTF_8)));
	}

	private static String[] values(Object value, Map<String, String> ids) {
		Collection<?> all = (value instanceof Collection<?> many) ? many : List.of(value);
		return all.stream().map((one) -> filled(one.toString(), ids)).toArray(String[]::new);
	}

	private static String filled(String text, Map<String, String> ids) {
		String filled = text;
		for (Map.Entry<String, String> id : ids.entrySet()) {
			filled = filled.replace("{" + id.getKey() + "}", id.getValue());
		}
		return filled;
	}

	/** What the services changed waits for a commit that never comes. */
	private void flush(TransactionStatus status) {
		if (!status.isRollbackOnly()) {
			this.entities.flush();
		}
	}

	private Count count() {
		try {
			return this.jdbc.sql("""
					select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) as changes,
						coalesce(sum(n_tup_ins) filter (where relname = 'audit_event'), 0) as audited
					from pg_stat_xact_user_tables""").query(Count.class).single();
		}
		catch (DataAccessException ex) {
			return new Count(0, 0); // a constraint has refused the change and ended the
									// transaction
		}
	}

	private static Answer answer(MockHttpServletResponse response, long changes, long audited) {
		Map<String, String> headers = new HashMap<>();
		response.getHeaderNames().forEach((name) -> headers.put(name, response.getHeaders(name).toString()));
		String body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
		return new Answer(response.getStatus(), response.getHeader("Location"), headers, body, changes, audited);
	}

	record Count(long changes, long audited) {
	}

}
