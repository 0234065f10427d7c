"""What the TradeStream specification prescribes by name: indexes, triggers and reference rows."""

from __future__ import annotations

INDEXES = frozenset(
    """
strategies: idx_strategies_symbol (symbol)
strategy_performance: idx_strategy_performance_strategy (strategy_id)
signals: idx_signals_strategy (strategy_id)
signals: idx_signals_symbol_created (symbol, created_at DESC)
walkforward_validations: idx_walkforward_validations_strategy (strategy_id)
users: idx_users_email (email)
users: idx_users_oauth (oauth_provider, oauth_id)
users: idx_users_provider (is_provider) WHERE (is_provider = true)
email_verification_tokens: idx_email_tokens_expires (expires_at) WHERE (used_at IS NULL)
email_verification_tokens: idx_email_tokens_token (token)
email_verification_tokens: idx_email_tokens_user (user_id)
password_reset_tokens: idx_password_tokens_token (token)
password_reset_tokens: idx_password_tokens_user (user_id)
refresh_tokens: idx_refresh_tokens_hash (token_hash)
refresh_tokens: idx_refresh_tokens_user (user_id)
user_watchlists: idx_watchlists_symbol (symbol)
user_watchlists: idx_watchlists_user (user_id)
saved_views: idx_saved_views_default (user_id, is_default) WHERE (is_default = true)
saved_views: idx_saved_views_user (user_id)
notification_channels: idx_notification_channels_type (channel_type, enabled) WHERE (enabled = true)
notification_channels: idx_notification_channels_user (user_id)
notification_history: idx_notification_history_created (created_at)
notification_history: idx_notification_history_status (status) WHERE ((status)::text = 'pending'::text)
notification_history: idx_notification_history_user (user_id)
providers: idx_providers_followers (follower_count DESC)
providers: idx_providers_streak (current_streak DESC)
providers: idx_providers_verified (is_verified) WHERE (is_verified = true)
providers: idx_providers_win_rate (win_rate DESC)
provider_signals: idx_provider_signals_created (created_at DESC)
provider_signals: idx_provider_signals_provider (provider_id)
provider_signals: idx_provider_signals_signal (signal_id)
follows: idx_follows_created (created_at DESC)
follows: idx_follows_follower (follower_id)
follows: idx_follows_provider (provider_id)
signal_reactions: idx_reactions_signal (signal_id)
signal_reactions: idx_reactions_user (user_id)
signal_comments: idx_comments_parent (parent_id)
signal_comments: idx_comments_signal (signal_id)
signal_comments: idx_comments_user (user_id)
user_achievements: idx_user_achievements_achievement (achievement_id)
user_achievements: idx_user_achievements_unnotified (notified) WHERE (notified = false)
user_achievements: idx_user_achievements_user (user_id)
user_streaks: idx_user_streaks_active (last_activity_date)
user_streaks: idx_user_streaks_type (streak_type)
user_streaks: idx_user_streaks_user (user_id)
streak_history: idx_streak_history_user (user_id)
referral_codes: idx_referral_codes_code (code)
referral_codes: idx_referral_codes_user (user_id)
referrals: idx_referrals_referee (referee_id)
referrals: idx_referrals_referral_code (referral_code_id)
referrals: idx_referrals_referrer (referrer_id)
referrals: idx_referrals_status (status)
referral_rewards: idx_referral_rewards_referral (referral_id)
referral_rewards: idx_referral_rewards_user (user_id)
prediction_markets: idx_prediction_markets_active (is_active) WHERE (is_active = true)
prediction_markets: idx_prediction_markets_category (category)
prediction_markets: idx_prediction_markets_platform (platform_id)
prediction_markets: idx_prediction_markets_settlement (settlement_date)
prediction_market_prices: idx_prediction_prices_market (market_id)
prediction_market_prices: idx_prediction_prices_time (recorded_at DESC)
prediction_signals: idx_prediction_signals_created (created_at DESC)
prediction_signals: idx_prediction_signals_market (market_id)
prediction_signals: idx_prediction_signals_outcome (outcome)
prediction_signals: idx_prediction_signals_strategy (strategy_id)
leaderboard_top_providers: idx_leaderboard_user (user_id)
""".strip().splitlines()
)
"""Those that no constraint makes, as `relation: name (columns) WHERE predicate`."""

TRIGGERS = frozenset(
    """
strategies: update_strategies_updated_at BEFORE UPDATE -> update_updated_at_column
strategy_specs: update_strategy_specs_updated_at BEFORE UPDATE -> update_updated_at_column
users: create_prefs_on_user_insert AFTER INSERT -> create_notification_preferences
users: create_referral_code_on_user_insert AFTER INSERT -> generate_referral_code
users: create_settings_on_user_insert AFTER INSERT -> create_user_settings
users: update_users_updated_at BEFORE UPDATE -> update_updated_at_column
user_settings: update_user_settings_updated_at BEFORE UPDATE -> update_updated_at_column
saved_views: update_saved_views_updated_at BEFORE UPDATE -> update_updated_at_column
notification_channels: update_notification_channels_updated_at BEFORE UPDATE -> update_updated_at_column
notification_preferences: update_notification_preferences_updated_at BEFORE UPDATE -> update_updated_at_column
providers: update_providers_updated_at BEFORE UPDATE -> update_updated_at_column
follows: update_follower_count_trigger AFTER INSERT OR DELETE -> update_follower_count
signal_comments: update_signal_comments_updated_at BEFORE UPDATE -> update_updated_at_column
user_streaks: update_user_streaks_updated_at BEFORE UPDATE -> update_updated_at_column
prediction_markets: update_prediction_markets_updated_at BEFORE UPDATE -> update_updated_at_column
""".strip().splitlines()
)

ACHIEVEMENTS = """
first_signal|First Signal|Received your first trading signal|trading|U+1F3AF|10|common|signal_count|1|1
win_1|First Win|Your first profitable signal|trading|U+1F3C6|25|common|win_count|1|2
win_10|Getting Started|10 profitable signals|trading|U+1F4C8|50|uncommon|win_count|10|3
win_100|Consistent Winner|100 profitable signals|trading|U+1F4B0|200|rare|win_count|100|4
win_1000|Trading Master|1000 profitable signals|trading|U+1F451|1000|legendary|win_count|1000|5
streak_7|Week Warrior|7-day login streak|engagement|U+1F525|50|common|streak_days|7|10
streak_30|Monthly Dedication|30-day login streak|engagement|U+1F4AA|150|uncommon|streak_days|30|11
streak_100|Century Club|100-day login streak|engagement|U+2B50|500|rare|streak_days|100|12
streak_365|Year of Commitment|365-day login streak|engagement|U+1F48E|2000|legendary|streak_days|365|13
follower_10|Building Community|10 followers|social|U+1F465|50|common|follower_count|10|20
follower_100|Rising Star|100 followers|social|U+1F31F|200|uncommon|follower_count|100|21
follower_1000|Influencer|1000 followers|social|U+1F680|1000|rare|follower_count|1000|22
follower_10000|Legend|10000 followers|social|U+1F3DB U+FE0F|5000|legendary|follower_count|10000|23
provider_first|Signal Provider|Published your first signal|provider|U+1F4E1|100|uncommon|provider_signal_count|1|30
provider_verified|Verified Provider|Earned verified status|provider|U+2705|500|rare|verified|1|31
referral_1|Sharing is Caring|First successful referral|social|U+1F91D|100|common|referral_count|1|40
referral_5|Growth Hacker|5 successful referrals|social|U+1F4E2|300|uncommon|referral_count|5|41
referral_10|Ambassador|10 successful referrals|social|U+1F396 U+FE0F|750|rare|referral_count|10|42
""".strip().splitlines()  # noqa: E501 - a row is a line
"""Rows of achievement_definitions, without created_at; icons by code point, as U+FE0F cannot be seen."""

TIERS = """
bronze|Bronze|1|25.00|25.00|0.00|U+1F949
silver|Silver|5|50.00|25.00|0.00|U+1F948
gold|Gold|10|75.00|50.00|5.00|U+1F947
""".strip().splitlines()
"""Rows of referral_tiers, without created_at."""

PLATFORMS = """
kalshi|Kalshi|https://trading-api.kalshi.com|True
polymarket|Polymarket|https://gamma-api.polymarket.com|True
""".strip().splitlines()
"""Rows of prediction_platforms, without created_at."""
