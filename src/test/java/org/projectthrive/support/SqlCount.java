package org.projectthrive.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what reaches the database, by whichever way, on the thread of the test; so a
 * page is asked for by MockMvc:
 * {@code SqlCount.of(() -> mvc.get().uri("/studies").exchange())}.
 */
@TestComponent
public class SqlCount implements BeanPostProcessor {

	private static final ThreadLocal<List<String>> COUNTED = new ThreadLocal<>();

	/** The statements that the action sends. */
	public static List<String> of(Runnable action) {
		List<String> statements = new ArrayList<>();
		COUNTED.set(statements);
		try {
			action.run();
		}
		finally {
			COUNTED.remove();
		}
		return List.copyOf(statements);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource dataSource && !(bean instanceof Counting)) ? new Counting(dataSource) : bean;
	}

	private static void count(String sql) {
		List<String> statements = COUNTED.get();
		if (statements != null) {
			statements.add(sql.strip().replaceAll("\\s+", " "));
		}
	}

	private static Connection counting(Connection connection) {
		return proxy(Connection.class, connection, (method, arguments, result) -> {
			if (result instanceof Statement statement) {
				String sql = (arguments.length > 0 && arguments[0] instanceof String text) ? text : "";
				Class<?> type = method.equals("createStatement") ? Statement.class : method.equals("prepareCall")
						? java.sql.CallableStatement.class : java.sql.PreparedStatement.class;
				return counting(type.asSubclass(Statement.class), statement, sql);
			}
			return result;
		});
	}

	private static <T extends Statement> T counting(Class<T> type, Statement statement, String prepared) {
		return proxy(type, type.cast(statement), (method, arguments, result) -> {
			if (method.startsWith("execute")) {
				count((arguments.length > 0 && arguments[0] instanceof String sql) ? sql : prepared);
			}
			return result;
		});
	}

	private static <T> T proxy(Class<T> type, T target, After after) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (self, method, arguments) -> {
				try {
					Object result = method.invoke(target, arguments);
					return after.apply(method.getName(), (arguments != null) ? arguments : new Object[0], result);
				}
				catch (InvocationTargetException ex) {
					throw ex.getTargetException();
				}
			}));
	}

	private interface After {

		Object apply(String method, Object[] arguments, Object result);

	}

	private static final class Counting extends DelegatingDataSource {

		Counting(DataSource target) {
			super(target);
		}

		@Override
		public Connection getConnection() throws SQLException {
			return counting(super.getConnection());
		}

	}

}
