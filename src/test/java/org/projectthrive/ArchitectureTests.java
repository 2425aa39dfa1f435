package org.projectthrive;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

/** Rules that are easily broken and not seen. */
@AnalyzeClasses(packages = "org.projectthrive", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	private static final Set<String> NOW = Set.of("now", "systemUTC", "systemDefaultZone", "system");

	@ArchTest
	static final ArchRule dependencies_come_by_the_constructor = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

	@ArchTest
	static final ArchRule nothing_is_printed = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

	@ArchTest
	static final ArchRule one_way_of_logging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

	@ArchTest
	static final ArchRule nothing_is_autowired_by_hand = noFields().should().beAnnotatedWith(Autowired.class);

	@ArchTest
	static final ArchRule controllers_are_hidden = classes().that()
		.areMetaAnnotatedWith(Controller.class)
		.should()
		.notBePublic();

	@ArchTest
	static final ArchRule repositories_are_hidden = classes().that()
		.areAssignableTo(Repository.class)
		.should()
		.notBePublic();

	@ArchTest
	static final ArchRule controllers_leave_transactions_to_services = noClasses().that()
		.areMetaAnnotatedWith(Controller.class)
		.should()
		.beAnnotatedWith(Transactional.class);

	@ArchTest
	static final ArchRule routes_leave_transactions_to_services = methods().that()
		.areAnnotatedWith(Transactional.class)
		.should()
		.beDeclaredInClassesThat(DescribedPredicate.not(DescribedPredicate.describe("are controllers",
				(JavaClass type) -> type.isMetaAnnotatedWith(Controller.class))));

	@ArchTest
	static final ArchRule time_comes_from_the_clock = noClasses().should()
		.callCodeUnitWhere(new DescribedPredicate<JavaCall<?>>("asks for the time without the Clock") {
			@Override
			public boolean test(JavaCall<?> call) {
				return asksForTime(call);
			}
		});

	@ArchTest
	static final ArchRule entities_have_verbs_not_setters = methods().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Entity.class)
		.should()
		.haveNameNotMatching("set[A-Z].*");

	/**
	 * SEC11: what is bound from a request is a form, so that no column can be set that
	 * the form does not show.
	 */
	@ArchTest
	static final ArchRule entities_are_not_bound = methods().that()
		.areMetaAnnotatedWith(RequestMapping.class)
		.should(new ArchCondition<JavaMethod>("bind forms, not entities") {
			@Override
			public void check(JavaMethod route, ConditionEvents events) {
				route.getParameters()
					.stream()
					.filter((parameter) -> parameter.getRawType().isAnnotatedWith(Entity.class))
					.filter((parameter) -> parameter.isAnnotatedWith(RequestBody.class)
							|| parameter.isAnnotatedWith(ModelAttribute.class))
					.filter((parameter) -> !isProvided(route, parameter.getRawType()))
					.forEach((parameter) -> events
						.add(SimpleConditionEvent.violated(parameter, parameter.getDescription())));
			}
		});

	/**
	 * What a method of the controller has loaded for the model may be asked for; it is
	 * then bound by nobody's wish.
	 */
	private static boolean isProvided(JavaMethod route, JavaClass entity) {
		return route.getOwner()
			.getMethods()
			.stream()
			.filter((method) -> method.isAnnotatedWith(ModelAttribute.class))
			.map((method) -> method.getRawReturnType())
			.anyMatch((provided) -> provided.equals(entity) || provided.isEquivalentTo(void.class));
	}

	private static boolean asksForTime(JavaCall<?> call) {
		JavaClass owner = call.getTargetOwner();
		List<String> parameters = call.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList();
		boolean withoutClock = !parameters.contains(Clock.class.getName());
		boolean time = owner.getPackageName().equals("java.time") && NOW.contains(call.getName())
				&& (parameters.isEmpty() || parameters.contains(ZoneId.class.getName()));
		boolean clockOfTheApplication = call.getOriginOwner().isEquivalentTo(ThriveApplication.class);
		boolean old = owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
		boolean date = owner.getName().equals("java.util.Date") && call.getName().equals("<init>")
				&& parameters.isEmpty();
		return withoutClock && !clockOfTheApplication && (time || old || date);
	}

}
