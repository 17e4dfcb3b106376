package hr

import "slices"

// sexWord reads a word that has one meaning in every column, as fold makes it.
func sexWord(word string) (Sex, bool) {
	switch word {
	case "female", "females", "woman", "women", "femme", "femmes", "feminin", "feminine", "femenino", "femenina", "mujer", "mujeres", "fem",
		"f", "fonctionnaires femmes", "mme", "mlle", "madame", "ms", "mrs", "miss", "mx f", "sra", "srta", "senora", "senorita", "number of women", "number of females",
		"nombre de femmes", "numero de mujeres", "girl", "dame":
		return Female, true
	case "male", "males", "man", "men", "homme", "hommes", "masculin", "masculine", "masculino", "masculina", "hombre", "hombres", "masc",
		"monsieur", "mr", "sr", "senor", "varon", "varones", "number of men", "number of males", "nombre d hommes", "numero de hombres":
		return Male, true
	case "x", "other", "autre", "otro", "otra", "non binary", "nonbinary", "non binaire", "no binario", "diverse", "another", "mx":
		return Another, true
	case "unknown", "not recorded", "not stated", "not specified", "undisclosed", "inconnu", "non precise", "non indique", "desconocido", "no consta", "no especificado",
		"u", "not available", "n d", "nd", "not disclosed", "prefer not to say", "not declared", "undeclared", "declined to answer", "declined to state", "prefer not to answer",
		"non declare", "ne se prononce pas", "no declarado", "no declara", "prefiero no decirlo":
		return NotRecorded, true
	}
	return AnySex, false
}

// sexKeys are words whose meaning hangs on the other words of their column.
var sexKeys = []string{"m", "h", "w", "v", "1", "2", "0", "9"}

// decideSex decides what the words of a column mean, given them all and the
// language of its head. A word that is not in the result must be asked about.
//
// F is a woman in all three languages. M is a man beside an F, and a woman
// (mujer) beside an H or V (hombre, varón); H is a man (homme) beside an F. All
// three together, or an M alone under a Spanish head, can mean either. The
// numbers of ISO/IEC 5218 (1 male, 2 female) are used the other way round too,
// so they are only suggested.
func decideSex(words []string, lang string) map[string]Sex {
	out := map[string]Sex{}
	has := func(w string) bool { return slices.Contains(words, w) }
	spanish := has("hombre") || has("mujer") || has("mujeres") || has("hombres") || has("varon")
	for _, w := range words {
		if s, ok := sexWord(w); ok {
			out[w] = s
		}
	}
	switch {
	case has("h") && has("m") && (has("f") || has("w")): // three letters for two sexes
	case has("m") && (has("h") || has("v")), has("m") && spanish && !has("f"):
		out["m"] = Female
	case has("m") && lang == "es" && !has("f") && !has("w"):
	case has("m"):
		out["m"] = Male
	}
	if has("h") && (has("f") || has("m")) || has("h") && lang != "en" {
		out["h"] = Male
	}
	if has("v") && has("m") {
		out["v"] = Male
	}
	if has("w") && has("m") && !has("f") {
		out["w"] = Female
	}
	return out
}

// suggestSex is what a word that was not decided may mean.
func suggestSex(word string) []string {
	switch word {
	case "1", "m", "h", "v":
		return []string{"M", "F"}
	case "2", "f", "w":
		return []string{"F", "M"}
	case "", "0", "9":
		return []string{"U"}
	}
	return nil
}
