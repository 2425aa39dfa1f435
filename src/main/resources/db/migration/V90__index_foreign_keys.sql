-- An index for every foreign key that has none so far: what is listed by it, or removed with its parent, reads no whole
-- table. Keys to a person are left out: nobody is ever removed, and nothing is listed by author. A later migration that
-- adds a foreign key brings its index itself.
do $$
declare
    key record;
begin
    for key in
        select k.conname as name, k.conrelid::regclass as child,
            (select string_agg(quote_ident(a.attname), ', ' order by o.n)
                from unnest(k.conkey) with ordinality o (attnum, n)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = o.attnum) as columns
        from pg_constraint k
        where k.contype = 'f' and k.connamespace = current_schema()::regnamespace
            and k.confrelid <> 'person'::regclass
            and not exists (select from pg_index i where i.indrelid = k.conrelid
                and (string_to_array(i.indkey::text, ' '))[1:cardinality(k.conkey)] @> k.conkey::text[])
        order by k.conname
    loop
        execute format('create index %I on %s (%s)', replace(key.name, '_fkey', '') || '_idx', key.child, key.columns);
    end loop;
end $$;
