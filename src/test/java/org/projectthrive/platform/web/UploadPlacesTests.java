package org.projectthrive.platform.web;

import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UploadPlacesTests {

	private final UploadPlaces places = new UploadPlaces();

	@Test
	@DisplayName("SEC39 nobody holds more than two of the places for files, and who was refused holds none")
	void fewOfOnePerson() {
		assertThat(this.places.take("1")).isTrue();
		assertThat(this.places.take("1")).isTrue();
		assertThat(this.places.take("1")).isFalse();
		assertThat(this.places.take("1")).isFalse();
		assertThat(this.places.take("2")).isTrue();

		this.places.leave("1");

		assertThat(this.places.take("1")).isTrue();
		assertThat(this.places.take("1")).isFalse();
	}

	@Test
	@DisplayName("SEC39 sixteen files are received at a time, whoever sends them, and a place that was left is free again")
	void soManyInAll() {
		IntStream.range(0, UploadPlaces.IN_ALL)
			.forEach((person) -> assertThat(this.places.take("person " + person)).isTrue());
		assertThat(this.places.take("another")).isFalse();

		this.places.leave("person 3");

		assertThat(this.places.take("another")).isTrue();
		assertThat(this.places.take("one more")).isFalse();
		this.places.leave("another");
		assertThat(this.places.take("another")).as("its refusal has left nothing behind").isTrue();
	}

}
