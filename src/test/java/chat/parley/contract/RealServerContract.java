package chat.parley.contract;

import static chat.parley.contract.ClosingContract.assertSentAway;

import chat.parley.testing.ChatClient;
import chat.parley.testing.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a real server adds to the contract: its servlet filter, redeployment, and a log that people have to read. */
abstract class RealServerContract extends ContractSuite {

    @Override
    abstract ServerProcess start(Map<String, String> settings);

    @Nested
    class Usual extends UsualProfile
            implements MemberContract,
                    ModeratorContract,
                    OperatorContract,
                    AdminContract,
                    FiguresContract,
                    TokenContract {

        @Test
        void a_redeployment_sends_the_clients_away_to_come_back() {
            ChatClient ada = stage().guest("ada");
            ChatClient member = stage().member(stage().signedIn("grace"));
            String room = stage().room();
            String epoch = ada.join(room).getString("epoch");
            ada.say(room, "before");
            ada.request("topic", "room", room, "topic", "lasting");
            String banned = stage().name("banned");
            ModerationContract.act(moderator(), "ban", "user", ModerationContract.guest(banned));
            Bot bot = stage().makeBot("news");
            ((ServerProcess) stage().server()).redeploy();
            assertSentAway(ada);
            // Told in time: a moment later their HTTP session ends, and the container would close them with 1008.
            assertSentAway(member);
            assertBackAndWell(ada, room, epoch);
            Scenario.assertError(stage().stranger().request("login", "name", banned), "banned");
            stage().connected(bot).login();
        }

        @AfterAll
        void nothing_of_it_left_a_stack_trace() {
            ((ServerProcess) stage().server()).assertCleanLog();
        }
    }

    @Nested
    class Patient extends PatientProfile {

        @AfterAll
        void nothing_of_it_left_a_stack_trace() {
            ((ServerProcess) stage().server()).assertCleanLog();
        }
    }

    @Nested
    class Tight extends TightProfile implements SessionContract {

        @AfterAll
        void nothing_of_it_left_a_stack_trace() {
            ((ServerProcess) stage().server()).assertCleanLog();
        }
    }

    @Nested
    class Guarded extends GuardedProfile implements HandshakeContract, MembersOnlyContract, PasswordContract {

        @AfterAll
        void nothing_of_it_left_a_stack_trace() {
            ((ServerProcess) stage().server()).assertCleanLog();
        }
    }
}
