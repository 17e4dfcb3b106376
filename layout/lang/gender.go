package lang

import (
	"slices"
	"strings"
)

// nounGender tells the gender of nouns, as far as their endings do. Every rule
// has exceptions, which are named; in doubt a noun is masculine, as a number is
// on its own.
type nounGender struct {
	feminine []string // endings
	but      []string // endings of masculine nouns among these
	words    []string // feminine nouns that no ending tells
}

// genderOfNoun is the gender of a counted thing by its words, of which the first
// that is known to be feminine decides, or else the first.
func (t *Table) genderOfNoun(noun string) Gender {
	first, _, _ := strings.Cut(strings.ToLower(noun), " ")
	if slices.Contains(t.nouns.words, first) {
		return Feminine
	}
	ends := func(list []string) bool {
		return slices.ContainsFunc(list, func(e string) bool { return strings.HasSuffix(first, e) })
	}
	if first != "" && ends(t.nouns.feminine) && !ends(t.nouns.but) {
		return Feminine
	}
	return Masculine
}

// frenchGender follows Grevisse, Le bon usage, on the gender of nouns by their
// ending.
func frenchGender() nounGender {
	return nounGender{
		feminine: both("ion", "té", "ence", "ance", "ée", "ette", "esse", "ure", "ise", "aine", "ie", "ude"),
		but: both(
			"million", "avion", "camion", "espion", "champion", "bastion", "comité", "traité", "côté", "arrêté", "député", "été",
			"pâté", "musée", "lycée", "trophée", "silence", "squelette", "murmure", "incendie", "génie", "domaine", "capitaine",
			"prélude", "interlude", "parapluie", "foie",
		),
		words: both(
			"personne", "femme", "fille", "famille", "langue", "heure", "minute", "seconde", "ville", "région", "zone", "école",
			"classe", "page", "table", "annexe", "demande", "carte", "enquête", "réponse", "loi", "tâche", "équipe", "campagne",
			"plainte", "base", "banque", "part", "frontière", "clinique", "tente", "bourse", "route", "ligne", "source", "victime",
			"ressource", "semaine", "place", "activité", "note", "visite", "rencontre", "fiche", "technique", "politique", "unité",
			"branche", "antenne", "entreprise", "plateforme", "norme", "réforme", "somme", "patrouille", "naissance", "voiture",
			"chambre", "action", "thèse", "œuvre", "organisation", "maison", "vague", "île", "étape", "mission",
		),
	}
}

// spanishGender follows the Nueva gramática of the Real Academia Española, on
// the gender of nouns by their ending.
func spanishGender() nounGender {
	return nounGender{
		feminine: []string{
			"a", "as", "ción", "ciones", "sión", "siones", "gión", "giones", "nión", "niones", "dad", "dades", "tad", "tades", "tud",
			"tudes", "umbre", "umbres", "triz", "trices",
		},
		but: []string{
			"día", "días", "mapa", "mapas", "planeta", "planetas", "tema", "temas", "ema", "emas", "grama", "gramas", "oma", "omas",
			"clima", "climas", "drama", "dramas", "sofá", "sofás", "guardia", "guardias", "turista", "turistas", "migrante", "atlas",
		},
		words: []string{
			"mujer", "mujeres", "vez", "veces", "ley", "leyes", "red", "redes", "sede", "sedes", "clase", "clases", "base", "bases",
			"fuente", "fuentes", "serie", "series", "voz", "voces", "crisis", "tesis", "parte", "partes", "noche", "noches", "nave",
			"naves", "calle", "calles", "lengua", "cárcel", "cárceles", "señal", "señales", "labor", "labores", "forma",
		},
	}
}

// both are words in the singular and in the plural.
func both(words ...string) []string {
	var out []string
	for _, w := range words {
		out = append(out, w, w+"s")
	}
	return out
}
