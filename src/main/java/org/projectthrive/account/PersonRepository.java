package org.projectthrive.account;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PersonRepository extends Repository<Person, Long> {

	Person save(Person person);

	Person saveAndFlush(Person person);

	Optional<Person> findById(Long id);

	Optional<Person> findByEmail(String email);

	boolean existsByAdministratorTrue();

	@Query("select p from Person p order by p.name, p.id limit 500")
	List<Person> firstFiveHundred();

}
