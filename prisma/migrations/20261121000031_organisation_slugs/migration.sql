-- Names an organisation for an operator who works on the server itself, with the secrets of the installation.
CREATE FUNCTION system_organisations() RETURNS TABLE (id uuid, slug text, deleted boolean)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT o.id, o.slug, o.deleted_at IS NOT NULL FROM organisation o ORDER BY o.slug;
$$;
REVOKE ALL ON FUNCTION system_organisations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION system_organisations() TO assay_system;
