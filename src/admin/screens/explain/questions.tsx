import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import type { Question } from '../../data/commands';

/** What somebody said to a question; null where they cannot tell. */
export interface Told {
	readonly question: Question;
	readonly answer: boolean | null;
}

interface QuestionsProps {
	readonly questions: readonly Question[];
	readonly told: readonly Told[];
	readonly onTell: ( told: readonly Told[] ) => void;
	readonly isBusy: boolean;
}

/** The two or three questions that best separate what remains. Each answer is a whole sentence, so that nobody has to know what a yes would mean. */
export const Questions = ( { questions, told, onTell, isBusy }: QuestionsProps ) => {
	const open = questions.filter( ( { ref } ) => told.every( ( { question } ) => question.ref !== ref ) );
	if ( open.length === 0 && told.length === 0 ) {
		return null;
	}
	return (
		<section className="causeway-panel causeway-questions" aria-labelledby="causeway-questions">
			<div className="causeway-panel__header">
				<h2 id="causeway-questions" className="causeway-panel__title">
					{ __( 'Do you know more?', 'causeway' ) }
				</h2>
				<span className="causeway-panel__aside">{ __( 'What you answer narrows the list; it is not kept.', 'causeway' ) }</span>
			</div>
			<div className="causeway-panel__body">
				{ told.map( ( { question, answer } ) => (
					<p key={ question.ref } className="causeway-questions__told">
						{ answer === null ? `${ question.question }: ${ __( 'you cannot tell', 'causeway' ) }` : sentenceOf( question, answer ) }{ ' ' }
						<Button variant="link" onClick={ () => onTell( told.filter( ( one ) => one.question.ref !== question.ref ) ) }>
							{ __( 'Take back', 'causeway' ) }
							<span className="screen-reader-text">: { question.question }</span>
						</Button>
					</p>
				) ) }
				{ open.map( ( question ) => (
					<fieldset key={ question.ref } className="causeway-questions__question">
						<legend>{ question.question }?</legend>
						<div className="causeway-questions__answers">
							{ ( [ true, false, null ] as const ).map( ( answer ) => (
								<Button
									key={ String( answer ) }
									variant={ answer === null ? 'tertiary' : 'secondary' }
									size="compact"
									disabled={ isBusy }
									accessibleWhenDisabled
									onClick={ () => onTell( [ ...told, { question, answer } ] ) }
								>
									{ answer === null ? __( 'I cannot tell', 'causeway' ) : sentenceOf( question, answer ) }
								</Button>
							) ) }
						</div>
					</fieldset>
				) ) }
			</div>
		</section>
	);
};

const sentenceOf = ( question: Question, answer: boolean ): string => ( answer ? question.yes : question.no );
