package org.projectthrive.team;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import org.projectthrive.study.Study;

interface MemberRepository extends Repository<Member, Long> {

	Member save(Member member);

	Member saveAndFlush(Member member);

	@Query("""
			select m from Member m join fetch m.person left join fetch m.roles left join fetch m.expertise
			where m.studyId = :studyId and m.id = :id and m.removedAt is null""")
	Optional<Member> present(Long studyId, Long id);

	@Query("select m from Member m where m.studyId = :studyId and m.person.id = :personId")
	Optional<Member> ofPerson(Long studyId, Long personId);

	@Query("""
			select m from Member m join fetch m.person left join fetch m.roles left join fetch m.expertise
			where m.studyId = :studyId and m.removedAt is null order by m.id""")
	List<Member> present(Long studyId);

	@Query("""
			select s, m, m.person.id from Study s, Member m join fetch m.roles
			where s.id = m.studyId and s.id = :studyId and m.person.id = :personId
			and m.removedAt is null and m.person.disabledAt is null""")
	List<Object[]> membership(Long studyId, Long personId);

	@Query("""
			select s, m, m.person.id from Study s, Member m join fetch m.roles
			where s.id = m.studyId and m.person.id = :personId
			and m.removedAt is null and m.person.disabledAt is null order by s.id desc limit 200""")
	List<Object[]> memberships(Long personId);

	/** Whether somebody is in the team of another study, too. */
	@Query("""
			select count(m) > 0 from Member m
			where m.person.id = :personId and m.studyId <> :studyId and m.removedAt is null""")
	boolean isElsewhere(Long personId, Long studyId);

	@Query("select s from Study s where s.id = :studyId")
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Study lockStudy(Long studyId);

}
