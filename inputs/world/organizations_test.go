package world

import "testing"

func TestOrganization(t *testing.T) {
	table := load(t)
	for name, want := range map[string]string{
		"International Organization for Migration": "iom", " organisation internationale  pour les migrations": "iom", "iom": "iom",
		"Organization for Mountain Passes": "", "": "",
	} {
		if got, ok := table.Organization(name); got != want || ok != (want != "") {
			t.Errorf("Organization(%q) = %q, want %q", name, got, want)
		}
	}
	// Whoever has standings can be found, and whoever is found has standings.
	for _, m := range table.members {
		if key, _ := table.Organization(m.organization); key != m.organization {
			t.Fatalf("%s has standings, but no name", m.organization)
		}
	}
	for name, key := range table.organizations {
		if len(table.At(day(t, "2017-12-31")).States(key, Member)) == 0 {
			t.Errorf("%s (%s) has no members", name, key)
		}
	}
}

func TestFaultsOfOrganizations(t *testing.T) {
	table := &Table{organizations: map[string]string{}}
	row := func(key, name string) map[string]string {
		return map[string]string{"organization": key, "en": name, "fr": name, "es": name}
	}
	if err := table.addOrganization(row("a", "A B")); err != nil {
		t.Fatal(err)
	}
	for want, r := range map[string]map[string]string{`"a b" means a and c`: row("c", "a b"), "d has no name": row("d", "")} {
		if err := table.addOrganization(r); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
