package org.projectthrive.guide;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.projectthrive.guide.question.QuestionText;
import org.projectthrive.platform.error.NotFound;
import org.projectthrive.platform.error.RuleViolation;

/**
 * A version of a study's guide: a draft that may change in every way until it is
 * published, frozen from then on. A revision is the next draft; sessions keep the version
 * that they ran on.
 */
@Entity
class Guide {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long studyId;

	private int number;

	private String title;

	private int slotMinutes = 60;

	@OneToMany(mappedBy = "guide", cascade = CascadeType.ALL, orphanRemoval = true)
	private Set<GuideSection> sections = new LinkedHashSet<>();

	@OneToMany(mappedBy = "guide", cascade = CascadeType.ALL, orphanRemoval = true)
	private Set<GuideQuestion> questions = new LinkedHashSet<>();

	@Embedded
	private @Nullable Publication publication;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected Guide() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	Guide(Long studyId, int number, String title) {
		this.studyId = studyId;
		this.number = number;
		this.title = title.strip();
	}

	public Long id() {
		return this.id;
	}

	public Long studyId() {
		return this.studyId;
	}

	public int number() {
		return this.number;
	}

	public String title() {
		return this.title;
	}

	public int slotMinutes() {
		return this.slotMinutes;
	}

	public boolean isDraft() {
		return this.publication == null;
	}

	/** In the order in which they are asked. */
	public List<GuideQuestion> questions() {
		return this.questions.stream().sorted(Comparator.comparingInt(GuideQuestion::position)).toList();
	}

	public List<GuideSection> sections() {
		return this.sections.stream().sorted(Comparator.comparingInt(GuideSection::position)).toList();
	}

	public List<GuideOutline.Part> parts() {
		return outline().parts();
	}

	public GuideMinutes minutes() {
		return new GuideMinutes(this.questions.stream().mapToInt(GuideQuestion::minutes).sum(), this.slotMinutes);
	}

	GuideQuestion question(Long questionId) {
		return only(this.questions.stream().filter((question) -> questionId.equals(question.id())), questionId);
	}

	GuideSection section(Long sectionId) {
		return only(this.sections.stream().filter((section) -> sectionId.equals(section.id())), sectionId);
	}

	/** Whether no question but the one with the given key answers into this domain. */
	boolean isDomainFree(String domain, @Nullable UUID key) {
		return this.questions.stream()
			.noneMatch((question) -> !question.key().equals(key) && question.domain().equalsIgnoreCase(domain.strip()));
	}

	void describe(String newTitle, int newSlotMinutes) {
		requireDraft();
		this.title = newTitle.strip();
		this.slotMinutes = newSlotMinutes;
	}

	/** Asks one more question, the last of its section. */
	GuideQuestion ask(QuestionText text, @Nullable GuideSection section) {
		return ask(UUID.randomUUID(), text, section);
	}

	void reword(GuideQuestion question, QuestionText text) {
		requireDraft();
		if (!isDomainFree(text.domain(), question.key())) {
			throw new RuleViolation("guide.domain.once");
		}
		question.say(text);
	}

	/** Moves a question to an index, from 0, of a section or before all of them. */
	void move(GuideQuestion question, @Nullable GuideSection section, int index) {
		requireDraft();
		outline().move(question, section, index);
	}

	void moveEarlier(GuideQuestion question) {
		requireDraft();
		outline().moveEarlier(question);
	}

	void moveLater(GuideQuestion question) {
		requireDraft();
		outline().moveLater(question);
	}

	void drop(GuideQuestion question) {
		requireDraft();
		this.questions.remove(question);
		outline().number();
	}

	GuideSection addSection(String sectionTitle) {
		requireDraft();
		int last = this.sections.stream().mapToInt(GuideSection::position).max().orElse(0);
		GuideSection section = new GuideSection(this, last + 1, sectionTitle);
		this.sections.add(section);
		return section;
	}

	void rename(GuideSection section, String newTitle) {
		requireDraft();
		section.rename(newTitle);
	}

	/** Takes a section away; its questions stay, at the end of what comes before. */
	void drop(GuideSection section) {
		requireDraft();
		outline().dissolve(section);
		this.sections.remove(section);
	}

	void publish(Long personId, Instant at) {
		requireDraft();
		if (this.questions.isEmpty()) {
			throw new RuleViolation("guide.questions.missing");
		}
		this.publication = new Publication(at, personId);
	}

	/** The next draft, with the same questions under the same keys. */
	Guide revise() {
		if (isDraft()) {
			throw new RuleViolation("guide.draft.exists");
		}
		Guide draft = new Guide(this.studyId, this.number + 1, this.title);
		copyInto(draft, true);
		return draft;
	}

	/** The first draft of another study's guide; there the questions are new ones. */
	Guide copyFor(Long otherStudyId) {
		Guide draft = new Guide(otherStudyId, 1, this.title);
		copyInto(draft, false);
		return draft;
	}

	void requireDraft() {
		if (!isDraft()) {
			throw new RuleViolation("guide.frozen");
		}
	}

	private GuideQuestion ask(UUID key, QuestionText text, @Nullable GuideSection section) {
		requireDraft();
		if (!isDomainFree(text.domain(), null)) {
			throw new RuleViolation("guide.domain.once");
		}
		GuideQuestion question = new GuideQuestion(this, key, text);
		question.placeIn(section);
		question.standAt(Integer.MAX_VALUE);
		this.questions.add(question);
		outline().number();
		return question;
	}

	private void copyInto(Guide draft, boolean sameKeys) {
		draft.slotMinutes = this.slotMinutes;
		Map<GuideSection, GuideSection> copies = new HashMap<>();
		sections().forEach((section) -> copies.put(section, draft.addSection(section.title())));
		for (GuideQuestion question : questions()) {
			GuideSection section = question.section();
			draft.ask(sameKeys ? question.key() : UUID.randomUUID(), question.text(),
					(section != null) ? Objects.requireNonNull(copies.get(section)) : null);
		}
	}

	private static <T> T only(Stream<T> found, Long id) {
		return found.findFirst().orElseThrow(() -> new NotFound("part of a guide " + id));
	}

	private GuideOutline outline() {
		return new GuideOutline(sections(), questions());
	}

}
