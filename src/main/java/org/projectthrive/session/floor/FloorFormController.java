package org.projectthrive.session.floor;

import java.util.UUID;

import org.projectthrive.platform.error.RuleViolation;
import org.projectthrive.session.names.TypedLength;
import org.projectthrive.study.AllowedTo;
import org.projectthrive.study.Membership;
import org.projectthrive.study.Role;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The floor and the parked topics by plain forms, for a browser without scripts. */
@Controller
@RequestMapping("/studies/{studyId}/sessions/{sessionId}/live")
@AllowedTo({ Role.LEAD, Role.FACILITATOR })
class FloorFormController {

	private static final String LIVE = "redirect:/studies/{studyId}/sessions/{sessionId}/live?at=";

	private final FloorService floor;

	private final ParkedTopics parked;

	FloorFormController(FloorService floor, ParkedTopics parked) {
		this.floor = floor;
		this.parked = parked;
	}

	@PostMapping("/floor")
	String set(Membership me, @PathVariable Long sessionId, @RequestParam String topic) {
		try {
			return LIVE + this.floor.set(me, sessionId, topic).topic();
		}
		catch (Flaw flaw) {
			throw new RuleViolation(flaw.messageKey());
		}
	}

	@PostMapping("/parked")
	String park(Membership me, @PathVariable Long sessionId, @RequestParam String text,
			@RequestParam(defaultValue = "") String topic) {
		if (text.isBlank() || !TypedLength.fits(text, ParkedForm.LONGEST)) {
			throw new RuleViolation("parked.missing");
		}
		try {
			this.parked.put(me, sessionId, UUID.randomUUID(), new ParkedForm(text, topic, false, 0));
		}
		catch (Flaw flaw) {
			throw new RuleViolation(flaw.messageKey());
		}
		return LIVE;
	}

	/** Comes back to it, as a question of its own, or ticks it off. */
	@PostMapping("/parked/{parkedId}")
	String settle(Membership me, @PathVariable Long sessionId, @PathVariable UUID parkedId, @RequestParam int version,
			@RequestParam Then then) {
		try {
			if (then == Then.TAKE_UP) {
				return LIVE + this.parked.takeUp(me, sessionId, parkedId, version).topic();
			}
			this.parked.settle(me, sessionId, parkedId, version);
			return LIVE;
		}
		catch (ParkedConflict conflict) {
			throw new RuleViolation("parked.stale");
		}
	}

	enum Then {

		TAKE_UP, DONE

	}

}
