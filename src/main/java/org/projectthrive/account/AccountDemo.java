package org.projectthrive.account;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import org.projectthrive.platform.demo.DemoMode;
import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;

import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The demo's accounts, all with the same password; its people are invented. */
@Component
@Order(10)
class AccountDemo implements DemoPart {

	private final PersonRepository people;

	private final PasswordEncoder passwords;

	private final Clock clock;

	AccountDemo(PersonRepository people, PasswordEncoder passwords, Clock clock) {
		this.people = people;
		this.passwords = passwords;
		this.clock = clock;
	}

	@Override
	public void load(DemoStudy demo) {
		String hash = String.valueOf(this.passwords.encode(DemoMode.PASSWORD));
		names().forEach((email, name) -> {
			Person person = new Person(email, name, this.clock.instant());
			person.join(hash);
			if (email.startsWith("admin@")) {
				person.makeAdministrator();
			}
			demo.put("person:" + email, this.people.save(person).id());
		});
		demo.actAs(DemoMode.LEAD);
	}

	private static Map<String, String> names() {
		Map<String, String> names = new LinkedHashMap<>();
		names.put(DemoMode.LEAD, "Lena Leadwell");
		names.put("facilitator@thrive.example", "Fiona Listener");
		names.put("second.facilitator@thrive.example", "Noah Noteworthy");
		names.put("analyst@thrive.example", "Anna Themeseeker");
		names.put("second.analyst@thrive.example", "Ben Codebook");
		names.put("admin@thrive.example", "Ada Keykeeper");
		String[] leaders = { "Lou Firstvote", "Mo Approver", "Mika Quorum", "Kit Consent", "Sam Sticky", "Pat Promise",
				"Alex Agenda", "Robin Roundtable", "Jo Retreat", "Chris Commitment", "Toni Tally",
				"Vic Followthrough" };
		for (int i = 0; i < leaders.length; i++) {
			names.put(DemoMode.leaders().get(i), leaders[i]);
		}
		return names;
	}

}
