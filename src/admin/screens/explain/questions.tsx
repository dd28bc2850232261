import { Button } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import type { Question } from '../../data/commands';
import type { Told } from './use-explanation';

interface QuestionsProps {
	readonly questions: readonly Question[];
	readonly told: readonly Told[];
	readonly onTell: ( told: readonly Told[] ) => void;
	readonly isBusy: boolean;
}

/** The two or three questions that best separate what remains. Each answer is a whole sentence, so that nobody has to know what a yes would mean. */
export const Questions = ( { questions, told, onTell, isBusy }: QuestionsProps ) => {
	const heading = useRef< HTMLHeadingElement >( null );
	const open = questions.filter( ( { ref } ) => told.every( ( { question } ) => question.ref !== ref ) );
	if ( open.length === 0 && told.length === 0 ) {
		return null;
	}
	// The button that was pressed goes away; the focus would go with it.
	const tell = ( next: readonly Told[] ) => {
		heading.current?.focus();
		onTell( next );
	};
	return (
		<section className="causeway-panel causeway-questions" aria-labelledby="causeway-questions">
			<div className="causeway-panel__header">
				<h3 id="causeway-questions" ref={ heading } tabIndex={ -1 } className="causeway-panel__title">
					{ open.length === 0 ? __( 'What you know', 'causeway' ) : __( 'Which of these do you know?', 'causeway' ) }
				</h3>
				<span className="causeway-panel__aside">{ __( 'Each answer narrows the list. Nothing of it is kept.', 'causeway' ) }</span>
			</div>
			<div className="causeway-panel__body">
				{ told.length > 0 && (
					<ul className="causeway-questions__told">
						{ told.map( ( { question, answer } ) => (
							<li key={ question.ref }>
								{ answer === null ? `${ question.question }: ${ __( 'you cannot tell', 'causeway' ) }` : sentenceOf( question, answer ) }
								<Button variant="link" disabled={ isBusy } accessibleWhenDisabled onClick={ () => tell( told.filter( ( one ) => one.question.ref !== question.ref ) ) }>
									{ __( 'Take back', 'causeway' ) }
									<span className="screen-reader-text">: { question.question }</span>
								</Button>
							</li>
						) ) }
					</ul>
				) }
				{ open.map( ( question ) => (
					<fieldset key={ question.ref } className="causeway-questions__question">
						<legend className="screen-reader-text">{ question.question }</legend>
						<div className="causeway-questions__answers">
							{ ( [ true, false, null ] as const ).map( ( answer ) => (
								<Button
									key={ String( answer ) }
									variant={ answer === null ? 'tertiary' : 'secondary' }
									disabled={ isBusy }
									accessibleWhenDisabled
									onClick={ () => tell( [ ...told, { question, answer } ] ) }
								>
									{ answer === null ? __( 'I cannot tell', 'causeway' ) : sentenceOf( question, answer ).replace( /\.$/u, '' ) }
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
