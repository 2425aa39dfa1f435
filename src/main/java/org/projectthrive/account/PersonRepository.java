package org.projectthrive.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PersonRepository extends Repository<Person, Long> {

	Person save(Person person);

	/**
	 * Adds somebody, unless the address is known; of several who do so at once one adds.
	 */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into person (email, name, created_at) values (:email, :name, :at) on conflict (email) do nothing""")
	void addIfUnknown(String email, String name, Instant at);

	/** Lets one transaction at a time make the first administrator. */
	@Query(nativeQuery = true,
			value = "select 1 from (select pg_advisory_xact_lock(hashtext('first administrator'))) l")
	int lockSetup();

	Optional<Person> findById(Long id);

	@Query("select p from Person p where p.id = :id")
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<Person> lock(Long id);

	Optional<Person> findByEmail(String email);

	boolean existsByIdAndDisabledAtIsNull(Long id);

	boolean existsByAdministratorTrue();

	@Query("""
			select p from Person p where lower(p.name) like :pattern escape '!' or p.email like :pattern escape '!'
			order by p.name, p.id limit :most""")
	List<Person> like(String pattern, int most);

	@Query("select p from Person p order by p.name, p.id limit 500")
	List<Person> firstFiveHundred();

}
