package org.projectthrive.session.roster;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.projectthrive.platform.demo.DemoPart;
import org.projectthrive.platform.demo.DemoStudy;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo's four sites and its 48 invented participants. */
@Component
@Order(48)
class RosterDemo implements DemoPart {

	private static final String ZONE = "America/Denver";

	private static final int PEOPLE = 48;

	private static final int GROUP = 8;

	private static final Map<String, String> SITES = new LinkedHashMap<>();
	static {
		SITES.put("maple", "Maple Street Clinic");
		SITES.put("harbor", "Harbor View Clinic");
		SITES.put("mill", "Old Mill Clinic");
		SITES.put("northfield", "Northfield Clinic");
	}

	/**
	 * Whom participants report to, in the order of the sites; none of them takes part.
	 */
	private static final List<String> MANAGERS = List.of("Dr. Marlow Overview", "Dr. Harriet Rota", "Dr. Milo Agenda",
			"Dr. Nora Roster");

	private static final List<String> FIRST_NAMES = List.of("Juniper", "Wren", "Clover", "Basil", "Hazel", "Rowan",
			"Sage", "Indigo");

	private static final List<String> LAST_NAMES = List.of("Sample", "Example", "Placeholder", "Specimen", "Mockley",
			"Demoworth");

	private static final List<String> PROFESSIONS = List.of("Family physician", "Nurse practitioner",
			"Family physician", "Physician assistant", "Family physician", "Internist", "Family physician",
			"Physician assistant", "Nurse practitioner", "Pediatrician");

	private final SiteRepository sites;

	private final ParticipantRepository participants;

	private final JdbcClient jdbc;

	RosterDemo(SiteRepository sites, ParticipantRepository participants, JdbcClient jdbc) {
		this.sites = sites;
		this.participants = participants;
		this.jdbc = jdbc;
	}

	@Override
	public void load(DemoStudy demo) {
		Map<String, Site> known = sites(demo);
		for (int number = 1; number <= PEOPLE; number++) {
			participant(demo, number, known);
		}
	}

	private Map<String, Site> sites(DemoStudy demo) {
		Map<String, Site> known = new HashMap<>();
		SITES.forEach((key, name) -> {
			Site site = this.sites.saveAndFlush(new Site(demo.studyId(), name, ZONE));
			demo.put("site:" + key, site.id());
			known.put(key, site);
		});
		return known;
	}

	/** The first 32 in groups of eight by site, the others from all sites. */
	private void participant(DemoStudy demo, int number, Map<String, Site> known) {
		List<String> order = List.copyOf(SITES.keySet());
		int group = (number - 1) / GROUP;
		String site = order.get((group < order.size()) ? group : number % order.size());
		String profession = PROFESSIONS.get((number - 1) % PROFESSIONS.size());
		Participant participant = this.participants
			.saveAndFlush(new Participant(demo.studyId(), number, Objects.requireNonNull(known.get(site)), profession));
		demo.put("participant:" + participant.code(), participant.id());
		key(participant, name(number), MANAGERS.get(order.indexOf(site)));
	}

	private static String name(int number) {
		return FIRST_NAMES.get((number - 1) % FIRST_NAMES.size()) + " "
				+ LAST_NAMES.get((number - 1) / FIRST_NAMES.size());
	}

	private void key(Participant participant, String name, String manager) {
		boolean doctor = Set.of("Family physician", "Internist", "Pediatrician").contains(participant.profession());
		this.jdbc.sql(
				"insert into participant_key (participant_id, study_id, name, email, reports_to) values (?, ?, ?, ?, ?)")
			.params(participant.id(), participant.studyId(), (doctor ? "Dr. " : "") + name,
					name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@clinic.example", manager)
			.update();
	}

}
