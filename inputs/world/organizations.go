package world

import (
	_ "embed" // for the table
	"fmt"
)

//go:embed organizations.csv
var organizationsCSV []byte

// addOrganization makes an organization findable by its key and its names.
func (t *Table) addOrganization(row map[string]string) error {
	key := row["organization"]
	for _, name := range []string{key, row["en"], row["fr"], row["es"]} {
		if name == "" {
			return fmt.Errorf("%s has no name", key)
		}
		if other, taken := t.organizations[fold(name)]; taken && other != key {
			return fmt.Errorf("%q means %s and %s", name, other, key)
		}
		t.organizations[fold(name)] = key
	}
	return nil
}

// Organization returns the key of the organization that a name means, for
// Standing and States. Only organizations whose standings the table tells have
// one.
func (t *Table) Organization(name string) (key string, ok bool) {
	key, ok = t.organizations[fold(name)]
	return key, ok
}
