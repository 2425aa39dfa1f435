package org.projectthrive.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

import org.projectthrive.account.AccountService;
import org.projectthrive.platform.demo.DemoMode;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;
import org.projectthrive.study.Role;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demo's project team and charter. */
@Component
@Order(30)
class TeamDemo implements DemoPart {

	private final MemberRepository members;

	private final CharterRepository charters;

	private final AccountService accounts;

	private final Clock clock;

	TeamDemo(MemberRepository members, CharterRepository charters, AccountService accounts, Clock clock) {
		this.members = members;
		this.charters = charters;
		this.accounts = accounts;
		this.clock = clock;
	}

	@Override
	public void load(DemoStudy demo) {
		Long lead = demo.id("person:" + DemoMode.LEAD);
		Member founder = this.members.ofPerson(demo.studyId(), lead).orElseThrow();
		founder.serveAs(Set.of(Role.LEAD), Set.of(Expertise.CLINICIAN, Expertise.QUALITY_IMPROVEMENT));
		founder
			.describe(new Profile("MD, MPH", "Family physician", "Quality improvement science", "A colleague of all"));
		demo.put("member:" + DemoMode.LEAD, founder.id());
		join(demo, "facilitator", Role.FACILITATOR, Expertise.CLINICIAN,
				new Profile("MD", "Family physician", "Focus-group moderation", "Works at none of the four sites"));
		join(demo, "second.facilitator", Role.FACILITATOR, Expertise.CLINICIAN, new Profile("DNP", "Nurse practitioner",
				"Note-taking for qualitative research", "Peer, nobody's manager"));
		join(demo, "analyst", Role.ANALYST, Expertise.WELL_BEING_PROMOTION,
				new Profile("PhD", "Psychologist", "Rapid qualitative analysis", "Not employed by the department"));
		join(demo, "second.analyst", Role.ANALYST, Expertise.QUALITY_IMPROVEMENT, new Profile("MS",
				"Improvement adviser", "Rapid qualitative analysis", "Not employed by the department"));
		DemoMode.leaders()
			.forEach((email) -> join(demo, email.substring(0, email.indexOf('@')), Role.LEADER, Expertise.OTHER,
					Profile.EMPTY));
		charter(demo.studyId());
	}

	private void join(DemoStudy demo, String account, Role role, Expertise expertise, Profile profile) {
		String email = account + "@thrive.example";
		Member member = new Member(demo.studyId(), this.accounts.get(demo.id("person:" + email)), Set.of(role),
				Set.of(expertise), this.clock.instant());
		member.describe(profile);
		demo.put("member:" + email, this.members.save(member).id());
	}

	private void charter(Long studyId) {
		Charter charter = new Charter(studyId);
		charter.sponsoredBy("Sylvia Backing", "Department chair");
		charter.wellnessLedBy("Wendy Wellspring", "Director of clinician well-being");
		charter.promise("We read all that is said, share what we heard with everybody who was invited, and start at "
				+ "least one change that clinicians asked for.", LocalDate.now(this.clock).plusMonths(3));
		this.charters.save(charter);
	}

}
