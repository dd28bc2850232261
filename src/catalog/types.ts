/**
 * The catalog's types: what a system, a symptom, a finding and a cause are. Data only; the one interpreter of `when` is PHP
 * (`src/server/Diagnosis`). No cause lives in this folder: each is one file in its system's `causes/`.
 */

/** How far a step may be trusted to a machine. */
export type Applicability =
	| 'automatic' // safe and reversible
	| 'confirm' // a person chooses, sees a preview, confirms
	| 'guided' // done in the other system, by hand, through a deep link
	| 'wait' // time does it
	| 'escalate'; // only the vendor can

/** A finding key, dotted (`contact.exists`); of another system with its id before a colon (`wordpress:user.exists`). */
export type FindingRef = string;

/** Closed rule language over findings and symptoms, with three truth values (Kleene). */
export type Rule =
	| { readonly all: readonly Rule[] }
	| { readonly any: readonly Rule[] }
	| { readonly not: Rule }
	| { readonly finding: FindingRef; readonly is: boolean | 'unknown' } // `is: 'unknown'` is true or false, never unknown
	| { readonly symptom: string }; // id of a symptom, own system's or `system:id`

/** One way in which a refusal shows itself. Decided in this order: channel and source first, then code, then text. */
export interface Symptom {
	readonly id: string;
	readonly title: string;
	/** The product that says it, where a system's folder holds several (`Wordfence`); absent for the system itself. */
	readonly source?: string;
	/** Where it can be seen. */
	readonly entry: readonly Entry[];
	/** `WP_Error` code, exactly, or several that mean the same; absent where only text tells. */
	readonly code?: string | readonly string[];
	/**
	 * Matched case-insensitively against text with tags stripped and white space collapsed: on a portal page against a whole run (so
	 * that a help paragraph is no refusal), elsewhere anywhere in it. PCRE and JavaScript both take it; no nested quantifiers, no anchors.
	 * Absent where the code alone tells.
	 */
	readonly pattern?: string;
	/** The same sentence as the product itself says it in other languages, under the same rules; each needs a message under `matches`. */
	readonly translations?: Readonly< Partial< Record< Language, string > > >;
	/** Whether the sentence is shown only after the password was right (and the portal's own vendor call went out). */
	readonly proves: 'nothing' | 'password' | 'password-if-vendor-call';
	/** Opaque: stands for several causes, so `explain` offers all of them. */
	readonly opaque?: boolean;
	/** Messages that must match, and ones that must not. */
	readonly examples: { readonly matches: readonly string[]; readonly misses: readonly string[] };
}

/** Languages in which patterns are kept beside English. */
export type Language = 'de' | 'es' | 'fr' | 'nb' | 'nl';

export type Entry = 'wp-login' | 'portal-page' | 'rest' | 'xml-rpc' | 'paste';

/** One field of a connection, from which its form, its validation and its CLI flags are drawn. */
export interface ConnectionField {
	readonly id: string;
	readonly label: string;
	readonly help: string;
	readonly kind: 'text' | 'url' | 'select' | 'secret' | 'number' | 'date';
	readonly required: boolean;
	readonly options?: ReadonlyArray< { readonly value: string; readonly label: string } >;
	readonly initial?: string;
}

/** One question that a probe of the system answers. */
export interface FindingDefinition {
	readonly key: string;
	/** What could not be answered, where it is unknown (`Whether the contact exists`). */
	readonly question: string;
	/** Said to the admin when true / when false; plain sentences. */
	readonly whenTrue: string;
	readonly whenFalse: string;
	/** `person` findings are facts of one person; the others hold for everybody on the connection. */
	readonly scope: 'person' | 'connection';
	/** The answer of a working login; absent where neither answer is better. */
	readonly healthy?: boolean;
}

export interface SystemDefinition {
	/** kebab-case (`zoho-crm`). */
	readonly id: string;
	readonly title: string;
	/** What people call it, or a part of it, beside the title (`Customer Portal`); by these `explain` hears that it is meant. */
	readonly alsoCalled?: readonly string[];
	/** Local systems live in this WordPress and need no connection. */
	readonly local: boolean;
	/** Host suffixes by which the portal's own calls to this vendor are recognised (`zohoapis.com`). */
	readonly hosts: readonly string[];
	readonly fields: readonly ConnectionField[];
	readonly symptoms: readonly Symptom[];
	readonly findings: readonly FindingDefinition[];
	/** Names of deep links that the connector builds, with the menu path said in words where the address is not certain. `connection` is this site's own screen. */
	readonly links: ReadonlyArray< { readonly id: string; readonly label: string; readonly menuPath: string } >;
	/** Where each outside fact was read. */
	readonly sources: readonly string[];
}

export interface Step {
	readonly id: string;
	readonly title: string;
	/** What to do, for a novice, plain text, one to four sentences. */
	readonly body: string;
	readonly applicability: Applicability;
	/** Id of the connector action that does it (`automatic` and `confirm` only). */
	readonly action?: string;
	/** Id of a link of the system (own, or `system:link`). */
	readonly link?: string;
	/** How long to wait, minutes (`wait` only). */
	readonly waitMinutes?: number;
	/** Shown only when this holds. */
	readonly onlyIf?: Rule;
}

/** Facts as an example states them: finding reference → true, false or 'unknown'. What is not named is unknown. */
export type ExampleFacts = Readonly< Record< FindingRef, boolean | 'unknown' > >;

export interface Example {
	readonly name: string;
	readonly symptoms?: readonly string[];
	readonly findings: ExampleFacts;
	/** Confidence that must come out; `fits` only. */
	readonly confidence?: 'certain' | 'likely' | 'possible';
}

export interface CauseDefinition {
	/** kebab-case, named for the wrong state; equals the file's name; unique in its system. */
	readonly id: string;
	readonly system: string;
	readonly title: string;
	/** What is wrong and why it refuses the login, for the site admin. */
	readonly meaning: string;
	/** How people put it who know neither the product nor its messages; `explain` looks for texts that say almost the same. */
	readonly saidAs?: readonly string[];
	readonly when: Rule;
	/** Symptoms (own id, or `system:id`) in which this cause can show itself. Empty where it never refuses a visitor itself. */
	readonly shows: readonly string[];
	/** How often it is met; orders causes that facts cannot tell apart. Absent: `occasional`. */
	readonly prior?: 'common' | 'occasional' | 'rare';
	/** The most that may be claimed, where no probe can prove it. */
	readonly ceiling?: 'likely' | 'possible';
	/** Causes (`id`, or `system/id`) that this one outranks when both fit. */
	readonly outranks?: readonly string[];
	/** Causes that must be excluded before this one is certain; each needs a near-miss example. */
	readonly rivals: readonly string[];
	/** `person` or everybody on the connection at once. */
	readonly scope: 'person' | 'everybody';
	/** Whether the fact is private to a person's account. Decides which anonymous text is allowed. */
	readonly isPrivate: boolean;
	/** Whether a good login proves that the cause is gone; otherwise only the verification probe does. */
	readonly closedByLogin: boolean;
	readonly texts: {
		/** To somebody who proved nothing; the same for all private causes of an entry. */
		readonly anonymous: 'generic' | string;
		/** To the proven person, in the page. Context → what to do now → a way out. */
		readonly proven: string;
		/** To the person by mail: subject-free body paragraph. */
		readonly mail: string;
		/** One line for the admin's list and mail. */
		readonly admin: string;
	};
	readonly fixPath: readonly Step[];
	/** What must come out of a fresh look before the case is resolved. */
	readonly verification: Rule;
	readonly prevention: readonly string[];
	readonly examples: {
		readonly fits: readonly Example[];
		/** `not` names the rival that must come first instead. */
		readonly nearMisses: ReadonlyArray< Example & { readonly not: string } >;
	};
}

/** Symptoms that lie beside `system.ts`, in `symptoms/<source>.ts`, where there are too many for one file. */
export const defineSymptoms = ( symptoms: readonly Symptom[] ): readonly Symptom[] => symptoms;
export const defineSystem = ( system: SystemDefinition ): SystemDefinition => system;
export const defineCause = ( cause: CauseDefinition ): CauseDefinition => cause;
