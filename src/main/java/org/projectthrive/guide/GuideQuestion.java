package org.projectthrive.guide;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

import org.projectthrive.guide.question.JoyComponent;
import org.projectthrive.guide.question.Polarity;
import org.projectthrive.guide.question.QuestionText;

/**
 * A question of one version of a guide. Its key stays the same from version to version,
 * its id does not.
 */
@Entity
class GuideQuestion {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	private Guide guide;

	private Long studyId;

	@ManyToOne
	@OptimisticLock(excluded = true) // moving a question is no reason to refuse its new
										// words
	private @Nullable GuideSection section;

	@Column(name = "question_key")
	private UUID key;

	@OptimisticLock(excluded = true)
	private int position;

	private String wording = "";

	private String domain = "";

	private String intent = "";

	@Enumerated(EnumType.STRING)
	private Polarity polarity = Polarity.OPEN;

	private int minutes;

	private String probes = "";

	@ElementCollection
	@CollectionTable(name = "guide_question_component", joinColumns = @JoinColumn(name = "question_id"))
	@Column(name = "component")
	@Enumerated(EnumType.STRING)
	private Set<JoyComponent> components = EnumSet.noneOf(JoyComponent.class);

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init") // for JPA
	protected GuideQuestion() {
	}

	@SuppressWarnings("NullAway.Init") // the database gives the id
	GuideQuestion(Guide guide, UUID key, QuestionText text) {
		this.guide = guide;
		this.studyId = guide.studyId();
		this.key = key;
		say(text);
	}

	public Long id() {
		return this.id;
	}

	public UUID key() {
		return this.key;
	}

	public int position() {
		return this.position;
	}

	public String wording() {
		return this.wording;
	}

	public String domain() {
		return this.domain;
	}

	public String intent() {
		return this.intent;
	}

	public Polarity polarity() {
		return this.polarity;
	}

	public int minutes() {
		return this.minutes;
	}

	public List<String> probes() {
		return this.probes.lines().toList();
	}

	/** In the order in which the model names them. */
	public List<JoyComponent> components() {
		return this.components.stream().sorted().toList();
	}

	public int version() {
		return this.version;
	}

	@Nullable GuideSection section() {
		return this.section;
	}

	QuestionText text() {
		return new QuestionText(this.wording, this.domain, this.intent, this.polarity, this.minutes, this.probes,
				this.components);
	}

	final void say(QuestionText text) {
		this.wording = text.wording();
		this.domain = text.domain();
		this.intent = text.intent();
		this.polarity = text.polarity();
		this.minutes = text.minutes();
		this.probes = text.probes();
		this.components.retainAll(text.components());
		this.components.addAll(text.components());
	}

	void placeIn(@Nullable GuideSection newSection) {
		this.section = newSection;
	}

	void standAt(int newPosition) {
		this.position = newPosition;
	}

}
