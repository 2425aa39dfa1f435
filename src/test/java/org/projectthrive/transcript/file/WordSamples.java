package org.projectthrive.transcript.file;

import java.util.LinkedHashMap;
import java.util.Map;

/** Word files as recorders and transcribers write them, in words of our own. */
final class WordSamples {

	private WordSamples() {
	}

	static Map<String, byte[]> all() {
		Map<String, byte[]> samples = new LinkedHashMap<>();
		samples.put("teams.docx", teams().bytes());
		samples.put("teams-german.docx", teamsInGerman().bytes());
		samples.put("teams-french.docx", teamsInFrench().bytes());
		samples.put("teams-apart.docx", teamsWithWordsApart().bytes());
		samples.put("teams-subtitles.docx", teamsAsSubtitles().bytes());
		samples.put("meet.docx", meet().bytes());
		samples.put("company.docx", company().bytes());
		samples.put("company-breaks.docx", companyWithBreaks().bytes());
		samples.put("own-line.docx", speakerOnALineOfItsOwn().bytes());
		samples.put("table.docx", table().bytes());
		samples.put("table-two-columns.docx", tableOfTwoColumns().bytes());
		samples.put("table-timespan.docx", tableOfTimespans().bytes());
		samples.put("table-notes.docx", tableWithNotes().bytes());
		samples.put("bold.docx", boldNames().bytes());
		samples.put("bold-no-colon.docx", boldNamesWithoutColon().bytes());
		samples.put("time-below-name.docx", timeBelowName().bytes());
		samples.put("bold-time.docx", boldTimeAndName().bytes());
		samples.put("bold-once.docx", boldNamesHeardOnce().bytes());
		samples.put("really-word.txt", new Docx().paragraphs("P01: I am a Word file.", "P02: In disguise.").bytes());
		return samples;
	}

	private static Docx teams() {
		return new Docx().paragraph("Clinic lunch talk-20261103_120105-Meeting Recording")
			.paragraph("November 3, 2026, 12:01PM")
			.paragraph("58m 12s")
			.paragraph("")
			.bold("Wren Example", " started transcription")
			.paragraph("")
			.bold("Wren Example", "   0:04/Welcome. Which moments give you joy?")
			.bold("Juniper Sample", "   0:11/The morning: 7:30 sharp.")
			.bold("Clover Specimen", "   0:31/Lunch.")
			.bold("Juniper Sample", "   1:02:40/And going home./Early.")
			.paragraph("")
			.bold("Wren Example", " stopped transcription");
	}

	private static Docx teamsInGerman() {
		return new Docx().paragraph("Jana Muster hat die Transkription gestartet")
			.paragraph("Jana Muster   0:04/Willkommen. Was macht Freude?")
			.paragraph("Otto Beispiel   0:09/Der Kaffee um 10:30.")
			.paragraph("Jana Muster   0:15/Und sonst?")
			.paragraph("Jana Muster hat die Transkription beendet");
	}

	private static Docx teamsInFrench() {
		return new Docx().paragraph("Groupe 3-20261103_090211-Enregistrement de la réunion")
			.paragraph("3 novembre 2026, 08:02AM")
			.bold("Mélanie Exemple", " a démarré la transcription")
			.bold("Mélanie Exemple", "   0:03/Merci à tous.")
			.bold("Benoît L’Échantillon", "   0:09/De rien : c’est normal.")
			.bold("Mélanie Exemple", "   0:14/Commençons.")
			.bold("Mélanie Exemple", " a arrêté la transcription");
	}

	private static Docx teamsWithWordsApart() {
		return new Docx().bold("Marisol Ejemplo", " inició la transcripción")
			.bold("Marisol Ejemplo", "   0:03")
			.paragraph("Gracias por venir.")
			.bold("Iñaki de la Muestra", "   0:09")
			.paragraphs("De nada.", "Y bien")
			.bold("Marisol Ejemplo", "   0:14")
			.paragraph("Sí")
			.bold("Marisol Ejemplo", " detuvo la transcripción");
	}

	private static Docx teamsAsSubtitles() {
		return new Docx()
			.paragraphs("0:0:0.0 --> 0:0:2.560", "Wren Example", "Which moments give you joy?", "",
					"0:0:3.110 --> 0:0:7.30", "Juniper Sample (Guest)", "The morning: 7:30 sharp.", "")
			.paragraph("0:0:8.0 --> 0:0:9.0/Wren Example/Good.");
	}

	private static Docx tableOfTimespans() {
		return new Docx().table(new String[] { "", "Timespan", "Content", "Speaker" },
				new String[] { "1", "0:00.0 - 0:11.5", "Which moments give you joy?", "Wren Example" },
				new String[] { "2", "0:11.5 - 0:15.0", "The morning.", "Juniper Sample" },
				new String[] { "3", "0:15.0 - 0:20.0", "Good.", "Wren Example" });
	}

	private static Docx tableWithNotes() {
		return new Docx().table(new String[] { "Time", "Speaker", "Transcript", "Notes" },
				new String[] { "00:00:03", "Moderator", "Which moments give you joy?", "" },
				new String[] { "", "P1", "The morning./And the evening.", "smiles" },
				new String[] { "00:00:15", "Moderator", "Good.", "" }, new String[] { "", "", "And the forms?", "" });
	}

	private static Docx meet() {
		return new Docx().heading("Clinic lunch talk")
			.heading("Summary")
			.paragraph("The group talked about joy.")
			.heading("Details")
			.paragraph("Juniper Sample: reported that forms are longer.")
			.paragraph("Juniper Sample: suggested fewer forms.")
			.heading("Clinic lunch talk – Transcript")
			.heading("00:00:11")
			.bold("Wren Example:", " Welcome. What is new?")
			.bold("Juniper Sample:", " The forms.")
			.heading("00:05:00")
			.bold("Wren Example:", " Are they better?")
			.bold("Juniper Sample:", " They are longer.")
			.paragraph("Transcription ended after 00:05:40")
			.paragraph("This editable transcript was computer generated and might contain errors.");
	}

	private static Docx company() {
		return new Docx().header("Good Words Transcription, Inc.")
			.paragraph("Focus group 3")
			.paragraph("Moderator: What makes a good week?")
			.paragraph("Respondent 1: No surprises. [inaudible 00:01:12] and then home.")
			.paragraph("Nobody calls.")
			.paragraph("Respondent 2: [Laughs] A Friday.")
			.heading("Question 2: The hard days")
			.paragraph("Moderator: And a bad one?")
			.paragraph("Respondent 1: Five of them.")
			.paragraph("Respondent 2: Seven, if one counts the portal: it never sleeps.")
			.paragraph("[End of recording]");
	}

	private static Docx companyWithBreaks() {
		return new Docx().paragraph("[00:00:05] Interviewer: What has to stay?/I mean, really stay?")
			.paragraph("[00:00:12] Juniper Sample: The huddle./Every morning./Note: 8:00 sharp.")
			.paragraph("[00:00:31] Interviewer: Who leads it?");
	}

	private static Docx speakerOnALineOfItsOwn() {
		return new Docx().paragraphs("Speaker 1 [00:00:03]", "Let us begin.", "", "Speaker 2 [00:00:05]", "With what?",
				"With joy?", "", "Speaker 1 [00:00:09]", "With joy.");
	}

	private static Docx table() {
		return new Docx().paragraph("Transcript of the lunch talk")
			.table(new String[] { "Time", "Speaker", "Text" },
					new String[] { "00:00:02", "Moderator", "Which moments give you joy?" },
					new String[] { "00:00:08", "Juniper Sample", "The morning. [inaudible]" },
					new String[] { "00:00:14", "", "And the evening." },
					new String[] { "00:00:20", "Clover Specimen", "Once: in March./It was sunny." });
	}

	private static Docx tableOfTwoColumns() {
		return new Docx().table(new String[] { "MOD:", "Who helps you?" }, new String[] { "P01", "My team." },
				new String[] { "MOD:", "And who else?" });
	}

	private static Docx boldNames() {
		return new Docx().bold("Moderator: ", "What would you tell a newcomer?")
			.bold("Juniper Sample: ", "Bring shoes.")
			.bold("Moderator: ", "Shoes?")
			.bold("Juniper Sample: ", "Good ones.");
	}

	private static Docx boldNamesWithoutColon() {
		return new Docx().bold("Moderator", "\tWhat would you tell a newcomer?")
			.bold("Juniper", "\tBring shoes.")
			.paragraph("Two pairs.")
			.bold("Moderator", "\tShoes?")
			.bold("Juniper", "\tGood ones.");
	}

	private static Docx timeBelowName() {
		return new Docx().bold("Thabo Example", "")
			.bold("[00:00:03]", " Which moments give you joy?")
			.bold("Priya Sample", "")
			.bold("[00:00:10]", " The morning.")
			.bold("Thabo Example", "")
			.paragraph("[00:00:14] Good.");
	}

	private static Docx boldTimeAndName() {
		return new Docx().bold("00:00:03 Spreker 1: ", "Which moments give you joy?")
			.bold("00:00:10 Spreker 2: ", "The morning.")
			.bold("00:00:14 Spreker 1: ", "Good.");
	}

	private static Docx boldNamesHeardOnce() {
		return new Docx().bold("Thabo Example ", "Which moments give you joy?")
			.bold("Priya Sample ", "The morning.")
			.bold("Thabo Example ", "Which else?")
			.bold("Zanele Specimen ", "Lunch.")
			.bold("Thabo Example ", "Good.");
	}

}
