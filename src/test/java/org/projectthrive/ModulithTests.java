package org.projectthrive;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The modules are a staircase: each uses only those above it, through their public types.
 */
class ModulithTests {

	private static final List<String> STAIRCASE = List.of("platform", "account", "study", "team", "guide", "session",
			"transcript", "coding", "review", "retreat", "initiative", "report");

	private static final ApplicationModules MODULES = ApplicationModules.of(ThriveApplication.class);

	@Test
	@DisplayName("modules use only what they may")
	void modulesUseOnlyWhatTheyMay() {
		MODULES.verify();
	}

	@Test
	@DisplayName("every module has its stair")
	void everyModuleHasItsStair() {
		assertThat(modules()).isNotEmpty().isSubsetOf(STAIRCASE);
	}

	@ParameterizedTest(name = "{0} may use all above it")
	@MethodSource("modules")
	void modulesMayUseWhatIsAbove(String module) throws ClassNotFoundException {
		ApplicationModule declared = AnnotatedElementUtils.getMergedAnnotation(
				Class.forName("org.projectthrive." + module + ".package-info"), ApplicationModule.class);

		assertThat(declared).isNotNull();
		assertThat(
				Stream.of(declared.allowedDependencies()).map((allowed) -> allowed.replaceAll(" ::.*", "")).distinct())
			.containsExactlyElementsOf(STAIRCASE.subList(0, STAIRCASE.indexOf(module)));
	}

	static List<String> modules() {
		return MODULES.stream().map((module) -> module.getIdentifier().toString()).toList();
	}

}
