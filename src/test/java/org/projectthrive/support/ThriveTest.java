package org.projectthrive.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole application, with its demo study, on PostgreSQL. All such tests
 * share one application: what a test writes it writes into a study of its own
 * ({@link TestStudies}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "thrive.demo=true", "thrive.live.heartbeat=1s" })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({ TestStudies.class, SqlCount.class })
public @interface ThriveTest {

}
